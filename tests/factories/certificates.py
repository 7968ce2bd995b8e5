"""Awards for tests, made by the real verbs: a course with one lesson is read, a workshop attended."""

from typing import Any

from courses.certificates import issuing
from courses.certificates.models import Award, Certificate
from courses.enrolments import enrolling, progress
from courses.workshops import attending
from exchange.accounts.models import User
from tests.factories import outline, workshops

TITLES = {
    "title_en": "Social insurance from the ground up",
    "title_lo": "ພື້ນຖານຂອງປະກັນສັງຄົມ",
    "title_zh_hans": "社会保险基础",
}


def award(learner: User, *, slug: str = "basics", **fields: Any) -> Award:
    """The award of a learner who has just completed a course of 2.5 hours."""
    values: dict[str, Any] = {"pass_quizzes": False, "hours": "2.5", **TITLES}
    course = outline.course(slug=slug, modules=(1,), **(values | fields))
    enrolment = enrolling.enrol(learner=learner, course=course)
    progress.mark_read(enrolment=enrolment, lesson=outline.lessons_of(course)[0], language="lo")
    return Award.objects.get(completion__enrolment=enrolment)


def certificate(learner: User, *languages: str, **fields: Any) -> Certificate:
    """A certificate of the learner, in English unless told otherwise."""
    return issuing.issue(award=award(learner, **fields), languages=languages or ("en",))


def attendance_award(learner: User, trainer: User) -> Award:
    """The award of a learner who attended a workshop of last week."""
    page = workshops.workshop(days=-7, owner=trainer)
    made = issuing.award_for_attendance(attendance=attending.mark(workshop=page, learner=learner, by=trainer))
    assert made is not None
    return made
