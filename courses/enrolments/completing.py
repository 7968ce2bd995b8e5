"""When a course is completed: the rule is declared on the course, computed here, and kept as it was.

Completion happens only after a step of the learner (a lesson read, a quiz submitted). Editing a course never grants
or revokes one: peers that recomputed on every page view lost certificates or gave them away.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import transaction

from courses.enrolments.models import Completion, Enrolment, LessonProgress
from courses.enrolments.signals import course_completed
from courses.outline.models import CoursePage, LessonActivity, LessonPage, ModulePage
from courses.quizzes.models import Attempt


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What a course asks for today."""

    read_all_lessons: bool
    pass_quizzes: bool
    lessons: frozenset[int]
    quizzes: frozenset[int]


def is_due(*, requirements: Requirements, read: frozenset[int], passed: frozenset[int]) -> bool:
    """Say whether these steps meet the requirements.

    A course without published lessons asks for nothing and is therefore never completed; nor is one whose only rule
    is to pass quizzes while it has none.
    """
    if not requirements.lessons or not (requirements.read_all_lessons or requirements.pass_quizzes):
        return False
    if requirements.read_all_lessons and not requirements.lessons <= read:
        return False
    if not requirements.pass_quizzes:
        return True
    if not requirements.quizzes and not requirements.read_all_lessons:
        return False
    return requirements.quizzes <= passed


def requirements_of(course: CoursePage) -> Requirements:
    """Return what the course asks for: its published lessons and the required quizzes in them."""
    modules = [module.path for module in ModulePage.objects.child_of(course).live()]
    lessons = [
        lesson.pk
        for lesson in LessonPage.objects.descendant_of(course).live().only("path")
        if any(lesson.path.startswith(path) for path in modules)
    ]
    quizzes = LessonActivity.objects.filter(lesson__in=lessons, required=True).values_list("quiz_id", flat=True)
    return Requirements(
        read_all_lessons=course.read_all_lessons,
        pass_quizzes=course.pass_quizzes,
        lessons=frozenset(lessons),
        quizzes=frozenset(quizzes),
    )


@transaction.atomic
def complete_if_due(*, enrolment: Enrolment) -> Completion | None:
    """Complete the course for this learner if every requirement is met now.

    Returns:
        The completion, new or standing; None while something is missing.
    """
    # The lock makes two last steps at once (two tabs) wait for each other; SQLite has one writer anyway.
    Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    standing = Completion.objects.filter(enrolment=enrolment).first()
    if standing:
        return standing
    course = CoursePage.objects.get(pk=enrolment.course_id)
    requirements = requirements_of(course)
    read = frozenset(LessonProgress.objects.filter(enrolment=enrolment).values_list("lesson_id", flat=True))
    best = _best_attempts(enrolment)
    if not is_due(requirements=requirements, read=read, passed=frozenset(best)):
        return None
    counted = [best[quiz] for quiz in sorted(requirements.quizzes)] if requirements.pass_quizzes else []
    completion = Completion.objects.create(
        enrolment=enrolment,
        learner=enrolment.learner,
        course=course,
        score=_mean(counted),
        facts=_facts(enrolment=enrolment, course=course, requirements=requirements, attempts=counted),
    )
    course_completed.send(sender=Completion, completion=completion)
    return completion


def percent_of(attempt: Attempt) -> Decimal:
    """Return an attempt's score in per cent, one decimal."""
    if not attempt.max_score:
        return Decimal(0)
    share = Decimal(attempt.score or 0) * 100 / Decimal(attempt.max_score)
    return share.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def _best_attempts(enrolment: Enrolment) -> dict[int, Attempt]:
    """Return the best passed attempt for each quiz."""
    best: dict[int, Attempt] = {}
    passed = Attempt.objects.filter(course_attempt__enrolment=enrolment, passed=True, closed_at__isnull=False)
    for attempt in passed.select_related("quiz").order_by("closed_at"):
        held = best.get(attempt.quiz_id)
        if held is None or percent_of(attempt) > percent_of(held):
            best[attempt.quiz_id] = attempt
    return best


def _mean(attempts: list[Attempt]) -> Decimal | None:
    if not attempts:
        return None
    total = sum((percent_of(attempt) for attempt in attempts), Decimal(0))
    return (total / len(attempts)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def _facts(
    *, enrolment: Enrolment, course: CoursePage, requirements: Requirements, attempts: list[Attempt]
) -> dict[str, Any]:
    """Return the snapshot: what was asked and what was done, in plain values that need no other row."""
    read = LessonProgress.objects.filter(enrolment=enrolment).select_related("lesson").order_by("read_at")
    return {
        "course": {
            "uuid": str(course.uuid),
            "hours": str(course.hours),
            "level": course.level,
            "revision": course.live_revision_id,
        },
        "rule": {"read_all_lessons": requirements.read_all_lessons, "pass_quizzes": requirements.pass_quizzes},
        "lessons_required": sorted(requirements.lessons),
        "lessons_read": [
            {
                "lesson": each.lesson_id,
                "slug": each.lesson.slug,
                "language": each.language,
                "at": each.read_at.isoformat(),
            }
            for each in read
        ],
        "quizzes": [
            {
                "quiz": str(attempt.quiz.uuid),
                "attempt": str(attempt.uuid),
                "score": str(attempt.score),
                "max_score": str(attempt.max_score),
                "pass_mark": attempt.pass_mark,
                "language": attempt.language,
                "at": attempt.closed_at.isoformat() if attempt.closed_at else None,
            }
            for attempt in attempts
        ],
        "enrolled_at": enrolment.enrolled_at.isoformat(),
    }
