"""Quizzes of a course: who may try again, and what the attempts amount to."""

from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, ExpressionWrapper, F, FloatField, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce

from courses.enrolments.models import CourseAttempt, Enrolment
from courses.outline.models import LessonActivity, LessonPage
from courses.outline.standing import ActivityStanding, Checkpoint
from courses.quizzes import attempting
from courses.quizzes.models import Attempt, Quiz


class NoAttemptsLeft(Exception):
    """All attempts that the quiz allows are used."""


@transaction.atomic
def start(*, enrolment: Enrolment, activity: LessonActivity, language: str) -> Attempt:
    """Open the quiz of an activity: the attempt that is still open, else a new one.

    Raises:
        NoAttemptsLeft: the limit of the quiz is reached.
        attempting.QuizIsEmpty: the quiz has no questions yet.
    """
    Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    mine = Attempt.objects.filter(course_attempt__enrolment=enrolment, quiz_id=activity.quiz_id)
    standing = mine.filter(closed_at__isnull=True).first()
    if standing:
        return standing
    if attempts_left(quiz=activity.quiz, used=mine.count()) == 0:
        raise NoAttemptsLeft
    purpose = f"course:{enrolment.course.uuid}"
    attempt = attempting.start(quiz=activity.quiz, learner=enrolment.learner, language=language, purpose=purpose)
    CourseAttempt.objects.get_or_create(attempt=attempt, defaults={"enrolment": enrolment, "activity": activity})
    return attempt


def attempts_left(*, quiz: Quiz, used: int) -> int | None:
    """Return how many attempts remain; None means without limit."""
    return None if quiz.attempts_allowed is None else max(0, quiz.attempts_allowed - used)


def checkpoints_of(lesson: LessonPage, *, enrolment: Enrolment) -> list[Checkpoint]:
    """Return the activities of a lesson with how far the learner is, in one query."""
    mine = Attempt.objects.filter(course_attempt__enrolment=enrolment, quiz=OuterRef("quiz_id")).order_by()
    share = ExpressionWrapper(F("score") * 100 / F("max_score"), output_field=FloatField())
    activities = (
        LessonActivity.objects.filter(lesson=lesson)
        .select_related("quiz")
        .annotate(
            used=Coalesce(Subquery(mine.values("quiz").annotate(used=Count("pk")).values("used")), 0),
            best=Subquery(mine.filter(max_score__gt=0).values("quiz").annotate(best=Max(share)).values("best")),
            passed=Exists(mine.filter(passed=True)),
            is_open=Exists(mine.filter(closed_at__isnull=True)),
        )
        .order_by("sort_order")
    )
    return [Checkpoint(activity=each, standing=_standing(each)) for each in activities]


def _standing(activity: Any) -> ActivityStanding:
    return ActivityStanding(
        passed=activity.passed,
        best=None if activity.best is None else int(activity.best),
        attempts_left=attempts_left(quiz=activity.quiz, used=activity.used),
        is_open=activity.is_open,
    )
