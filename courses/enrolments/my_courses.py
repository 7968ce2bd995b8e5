"""The courses of one learner, newest first."""

from dataclasses import dataclass

from courses.enrolments.models import Enrolment
from courses.enrolments.standing import of_enrolment
from courses.outline.models import CoursePage, LessonPage
from courses.outline.standing import Standing
from courses.outline.tree import Outline, outlines_of
from exchange.accounts.models import User


@dataclass(frozen=True, slots=True)
class MyCourse:
    """One course as its learner sees it in a list."""

    course: CoursePage
    outline: Outline
    standing: Standing

    @property
    def resume(self) -> LessonPage | None:
        """Where to go on; None when every lesson is read or the course is not open."""
        return self.outline.unread_after(self.standing.last_read, self.standing.read) if self.course.live else None

    @property
    def read_count(self) -> int:
        """How many of the published lessons are read."""
        return sum(1 for lesson in self.outline.lessons if lesson.pk in self.standing.read)


def courses_of(learner: User) -> list[MyCourse]:
    """Return the learner's courses; five queries whatever their number."""
    enrolments = list(
        Enrolment.objects.filter(learner=learner).select_related("completion").prefetch_related("lessons_read")
    )
    courses = CoursePage.objects.defer_streamfields().in_bulk([each.course_id for each in enrolments])
    outlines = outlines_of(courses.values())
    return [
        MyCourse(
            courses[each.course_id],
            outlines[each.course_id],
            of_enrolment(each, read=[read.lesson_id for read in each.lessons_read.all()]),
        )
        for each in enrolments
    ]
