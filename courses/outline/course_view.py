"""What the page of a course shows."""

from dataclasses import dataclass
from typing import NamedTuple

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.outline.languages import CourseLanguage, languages_of
from courses.outline.models import CoursePage, LessonActivity, LessonPage
from courses.outline.standing import Standing, may_read, standing_of
from courses.outline.tree import Outline, outline_of
from exchange.accounts.models import User
from exchange.places.branches import Branch
from exchange.places.models import Country


class MissingQuiz(NamedTuple):
    """What stands between a learner and completion."""

    lesson: LessonPage
    activity: LessonActivity


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView:
    """One course as one reader sees it."""

    outline: Outline
    standing: Standing
    may_read: bool
    takes_enrolments: bool
    opens_later: bool
    resume: LessonPage | None
    #: With every lesson read, the first required quiz that is not passed, and its lesson.
    missing_quiz: MissingQuiz | None
    rule: str
    languages: list[CourseLanguage]
    countries: list[Country]
    branches: list[str]
    trainers: list[User]

    @property
    def read_count(self) -> int:
        """How many of the published lessons the reader has read."""
        return sum(1 for lesson in self.outline.lessons if lesson.pk in self.standing.read)


def course_view(request: HttpRequest, course: CoursePage) -> CourseView:
    """Return everything the course page tells; the number of queries does not depend on the size of the course."""
    outline, standing, today = outline_of(course), standing_of(request, course), timezone.localdate()
    trainers = course.trainers.select_related("user__profile").all()
    resume = outline.unread_after(standing.last_read, standing.read)
    return CourseView(
        outline=outline,
        standing=standing,
        may_read=may_read(request, course),
        takes_enrolments=course.takes_enrolments_on(today),
        opens_later=course.enrolment_opens is not None and today < course.enrolment_opens,
        resume=resume,
        missing_quiz=_missing_quiz(outline, standing) if resume is None else None,
        rule=rule_of(course, quizzes=_required_quizzes(outline)),
        languages=languages_of([course])[course.pk],
        countries=list(course.countries.all()),
        branches=[str(Branch(code).label) for code in course.branches],
        trainers=[each.user for each in trainers],
    )


def rule_of(course: CoursePage, *, quizzes: int) -> str:
    """Return the rule of completion as a sentence for the learner."""
    asks_quizzes = course.pass_quizzes and quizzes > 0
    if course.read_all_lessons and asks_quizzes:
        return _("You complete the course when you have read every lesson and passed every required quiz.")
    if asks_quizzes:
        return _("You complete the course when you have passed every required quiz.")
    return _("You complete the course when you have read every lesson.")


def _missing_quiz(outline: Outline, standing: Standing) -> MissingQuiz | None:
    if standing.checkpoints_of is None or standing.completed_at:
        return None
    required = LessonActivity.objects.filter(lesson__in=outline.lessons, required=True)
    with_quiz = set(required.values_list("lesson", flat=True))
    for lesson in outline.lessons:
        if lesson.pk in with_quiz:
            for checkpoint in standing.checkpoints_of(lesson):
                if checkpoint.activity.required and not checkpoint.standing.passed:
                    return MissingQuiz(lesson, checkpoint.activity)
    return None


def _required_quizzes(outline: Outline) -> int:
    return LessonActivity.objects.filter(lesson__in=outline.lessons, required=True).count()
