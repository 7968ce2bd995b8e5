"""How a reader stands to a course: what the room above (enrolments) knows and pages of this room show.

The outline knows nothing of enrolments; `courses.enrolments` registers one provider in its ``ready()``. Without it
everybody is a reader who has not enrolled.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from courses.outline.models import CoursePage, LessonActivity, LessonPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Somewhere to go next, with its words."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityStanding:
    """How far a learner is with one activity."""

    passed: bool = False
    #: Best score in per cent, None before the first closed attempt.
    best: int | None = None
    #: None means without limit.
    attempts_left: int | None = None
    #: An attempt that is still open can be continued.
    is_open: bool = False

    @property
    def may_start(self) -> bool:
        """Say whether the learner may open the quiz (again)."""
        return self.is_open or self.attempts_left is None or self.attempts_left > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """One activity of a lesson, and how far the learner is with it."""

    activity: LessonActivity
    standing: ActivityStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One reader, one course."""

    is_enrolled: bool = False
    #: Lessons read, by primary key: progress belongs to the lesson, not to a language of it.
    read: frozenset[int] = frozenset()
    #: The lesson read last, from where to go on.
    last_read: int | None = None
    completed_at: datetime.datetime | None = None
    #: The activities of a lesson with how far the learner is; None for a reader who has not enrolled.
    checkpoints_of: Callable[[LessonPage], list[Checkpoint]] | None = None
    #: What a completion brought: certificate pages, offered by rooms further up.
    rewards: tuple[Link, ...] = ()


Provider = Callable[[HttpRequest, CoursePage], Standing]
_STRANGER = Standing()
_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    """Name the function that knows; the last one registered answers."""
    _providers[:] = [provider]
    return provider


def standing_of(request: HttpRequest, course: CoursePage) -> Standing:
    """Return how the reader of this request stands to the course; asked once per request."""
    known: dict[int, Standing] = request.__dict__.setdefault("_standings", {})
    if course.pk not in known:
        known[course.pk] = _providers[0](request, course) if _providers else _STRANGER
    return known[course.pk]


def may_read(request: HttpRequest, course: CoursePage) -> bool:
    """Say whether the reader may open the lessons: all may, unless the course keeps them for enrolled learners.

    Its trainers and everybody who may edit it read it too.
    """
    if not course.enrolled_only or standing_of(request, course).is_enrolled:
        return True
    return bool(request.user.is_authenticated and course.permissions_for_user(request.user).can_edit())
