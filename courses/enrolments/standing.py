"""How a reader stands to a course: what this room tells the outline."""

from django.http import HttpRequest

from courses.enrolments.assessing import standings
from courses.enrolments.models import Completion, Enrolment
from courses.enrolments.rewards import links_for
from courses.outline.models import CoursePage, LessonActivity
from courses.outline.standing import Standing


def of_reader(request: HttpRequest, course: CoursePage) -> Standing:
    """Return the standing of the person behind the request; a stranger costs no query."""
    if not request.user.is_authenticated:
        return Standing()
    enrolment = Enrolment.objects.filter(learner=request.user, course=course).select_related("completion").first()
    if enrolment is None:
        return Standing()
    activities = list(
        LessonActivity.objects.filter(lesson__path__startswith=course.path).select_related("quiz").order_by("pk")
    )
    return of_enrolment(enrolment, activities)


def of_enrolment(enrolment: Enrolment, activities: list[LessonActivity]) -> Standing:
    """Return the standing of one enrolment; ``activities`` are those of its course that will be shown."""
    read = [each.lesson_id for each in enrolment.lessons_read.all()]
    completion = completion_of(enrolment)
    return Standing(
        is_enrolled=True,
        read=frozenset(read),
        last_read=read[-1] if read else None,
        completed_at=completion.completed_at if completion else None,
        activities=standings(enrolment=enrolment, activities=activities) if activities else {},
        rewards=links_for(completion) if completion else (),
    )


def completion_of(enrolment: Enrolment) -> Completion | None:
    """Return the completion of an enrolment, if there is one."""
    return getattr(enrolment, "completion", None)
