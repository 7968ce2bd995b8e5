"""One completed course with its certificate, so that a code can be tried out.

It comes about as any other: the administrator of the demo enrols, reads every lesson, answers the quizzes rightly and
asks for the certificate. Again and again without harm: each of these verbs returns what stands.
"""

from decimal import Decimal
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from courses.certificates import issuing
from courses.certificates.drawing import verification_address
from courses.certificates.models import Award, Certificate
from courses.enrolments import assessing, completing, enrolling, progress
from courses.enrolments.models import Completion, Enrolment
from courses.outline.models import CoursePage, LessonActivity, LessonPage
from courses.quizzes import attempting
from courses.quizzes.kinds import Kind
from courses.quizzes.models import Attempt, QuestionVersion
from exchange.accounts.models import User

LEARNER: Final = "administrator@demo.example"
COURSE: Final = "social-insurance-basics"
LANGUAGE: Final = "en"
SHEETS: Final = (("en",), ("lo", "en", "zh-hans"))


def load() -> None:
    learner = User.objects.filter(email=LEARNER).first()
    course = CoursePage.objects.live().filter(slug=COURSE).first()
    if learner is None or course is None:
        return
    completion = _completed(enrolling.enrol(learner=learner, course=course))
    award = issuing.award_for_completion(completion=completion) if completion else None
    if award:
        for languages in SHEETS:
            issuing.issue(award=award, languages=languages)


def announce() -> list[str]:
    """Return what the demo command tells: an address at which a certificate can be checked."""
    sheet = Certificate.objects.filter(award__holder__email=LEARNER, languages=LANGUAGE).exclude(sha256="").first()
    if sheet is None:
        return []
    award: Award = sheet.award
    return [f"A certificate to check: {verification_address(award.snapshot, sheet.shown_code)}"]


def _completed(enrolment: Enrolment) -> Completion | None:
    lessons = LessonPage.objects.descendant_of(enrolment.course).live().order_by("path")
    for lesson in lessons:
        progress.mark_read(enrolment=enrolment, lesson=lesson, language=LANGUAGE)
    for activity in LessonActivity.objects.filter(lesson__in=lessons).select_related("quiz"):
        if not Attempt.objects.filter(course_attempt__enrolment=enrolment, quiz=activity.quiz, passed=True).exists():
            _pass(assessing.start(enrolment=enrolment, activity=activity, language=LANGUAGE))
    return completing.complete_if_due(enrolment=enrolment)


def _pass(attempt: Attempt) -> None:
    asked = attempt.asked.select_related("version__question").prefetch_related("version__choices")
    answers = {each.version: _right_answer(each.version) for each in asked}
    attempting.save_responses(attempt=attempt, answers=answers, key=_key(attempt, "answers"), language=LANGUAGE)
    attempting.submit(attempt=attempt, key=_key(attempt, "submit"))


def _key(attempt: Attempt, step: str) -> Any:
    return uuid5(NAMESPACE_URL, f"demo:{attempt.uuid}:{step}")


def _right_answer(version: QuestionVersion) -> object:
    choices = list(version.choices.all())
    if version.kind == Kind.NUMERIC:
        return f"{(version.numeric_value or Decimal(0)).normalize():f}"
    if version.kind == Kind.MATCHING:
        return {str(choice.uuid): str(choice.match_uuid) for choice in choices}
    if version.kind == Kind.ORDERING:
        return {str(choice.uuid): choice.right_position for choice in choices}
    return [str(choice.uuid) for choice in choices if choice.is_right]
