"""What the page of a lesson shows."""

from dataclasses import dataclass

from django.http import HttpRequest

from courses.outline.models import CoursePage, LessonPage
from courses.outline.standing import ActivityStanding, Checkpoint, Standing, standing_of
from courses.outline.tree import Module, Outline, outline_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonView:
    """One lesson as one reader sees it."""

    course: CoursePage
    outline: Outline
    module: Module | None
    standing: Standing
    number: int
    before: LessonPage | None
    after: LessonPage | None
    is_read: bool
    checkpoints: list[Checkpoint]

    @property
    def read_count(self) -> int:
        """How many of the published lessons the reader has read."""
        return sum(1 for lesson in self.outline.lessons if lesson.pk in self.standing.read)


def lesson_view(request: HttpRequest, lesson: LessonPage) -> LessonView:
    """Return the lesson's place in its course and how far the reader is; four queries at most."""
    course = lesson.course
    outline, standing = outline_of(course), standing_of(request, course)
    return LessonView(
        course=course,
        outline=outline,
        module=outline.module_of(lesson),
        standing=standing,
        number=outline.position(lesson),
        before=outline.before(lesson),
        after=outline.after(lesson),
        is_read=lesson.pk in standing.read,
        checkpoints=(standing.checkpoints_of or _unstarted)(lesson),
    )


def _unstarted(lesson: LessonPage) -> list[Checkpoint]:
    """What a reader sees who has not enrolled."""
    # Through the lesson, so that the preview of a draft shows what is not yet stored.
    activities = lesson.activities.select_related("quiz").order_by("sort_order")
    return [Checkpoint(activity=each, standing=ActivityStanding()) for each in activities]
