"""How a reader stands to a course: what this room tells the outline."""

from functools import partial
from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest

from courses.enrolments.assessing import checkpoints_of
from courses.enrolments.models import Completion, Enrolment
from courses.enrolments.rewards import links_for
from courses.outline.models import CoursePage
from courses.outline.standing import Standing
from exchange.accounts.models import User


def of_reader(request: HttpRequest, course: CoursePage) -> Standing:
    """Return the standing of the person behind the request; a stranger costs no query, a learner one."""
    if not request.user.is_authenticated:
        return Standing()
    rows: list[Any] = list(_with_lessons_read(Enrolment.objects.filter(learner=request.user, course=course)))
    if not rows:
        return Standing()
    read = [row.read_lesson for row in rows if row.read_lesson]
    return of_enrolment(rows[0], read=read)


def audience_of(learner: User) -> list[str]:
    """Return the tokens by which a learner finds the lessons of courses that are for enrolled learners only."""
    courses = Enrolment.objects.filter(learner=learner, course__enrolled_only=True)
    return [f"enrolled:{uuid}" for uuid in courses.values_list("course__uuid", flat=True)]


def of_enrolment(enrolment: Enrolment, *, read: list[int]) -> Standing:
    """Return the standing of one enrolment whose lessons were read in this order."""
    completion = completion_of(enrolment)
    return Standing(
        is_enrolled=True,
        read=frozenset(read),
        last_read=read[-1] if read else None,
        completed_at=completion.completed_at if completion else None,
        checkpoints_of=partial(checkpoints_of, enrolment=enrolment),
        rewards=links_for(completion) if completion else (),
    )


def completion_of(enrolment: Enrolment) -> Completion | None:
    """Return the completion of an enrolment, if there is one."""
    return getattr(enrolment, "completion", None)


def _with_lessons_read(enrolments: QuerySet[Enrolment]) -> QuerySet[Enrolment, Enrolment]:
    """Return one row a lesson read, oldest first, or one row without: enrolment and progress in one query."""
    rows = enrolments.select_related("completion").annotate(read_lesson=F("lessons_read__lesson_id"))
    return rows.order_by("lessons_read__read_at", "lessons_read__pk")
