"""Quizzes of a course: who may try again, and what the attempts amount to."""

from collections.abc import Mapping

from django.db import transaction

from courses.enrolments.completing import percent_of
from courses.enrolments.models import CourseAttempt, Enrolment
from courses.outline.models import LessonActivity
from courses.outline.standing import ActivityStanding
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


def standings(*, enrolment: Enrolment, activities: list[LessonActivity]) -> Mapping[int, ActivityStanding]:
    """Return for each activity how far the learner is with its quiz, in one query."""
    quizzes = {activity.quiz_id for activity in activities}
    attempts = list(Attempt.objects.filter(course_attempt__enrolment=enrolment, quiz_id__in=quizzes))
    return {
        activity.pk: _standing(activity.quiz, [a for a in attempts if a.quiz_id == activity.quiz_id])
        for activity in activities
    }


def _standing(quiz: Quiz, attempts: list[Attempt]) -> ActivityStanding:
    closed = [attempt for attempt in attempts if attempt.closed_at]
    return ActivityStanding(
        passed=any(attempt.passed for attempt in closed),
        best=max((int(percent_of(attempt)) for attempt in closed), default=None),
        attempts_left=attempts_left(quiz=quiz, used=len(attempts)),
        is_open=len(closed) < len(attempts),
    )
