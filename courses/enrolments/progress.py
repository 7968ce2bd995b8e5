"""How far a learner has read."""

from django.db import transaction

from courses.enrolments.completing import complete_if_due
from courses.enrolments.models import Enrolment, LessonProgress
from courses.outline.models import LessonPage


class ForeignLesson(Exception):
    """The lesson belongs to another course."""


@transaction.atomic
def mark_read(*, enrolment: Enrolment, lesson: LessonPage, language: str) -> LessonProgress:
    """Record that the learner read the lesson, once, in the language of the first time.

    Completes the course when this was the last thing missing.

    Raises:
        ForeignLesson: the lesson is not in the course of this enrolment.
    """
    if not lesson.is_descendant_of(enrolment.course):
        raise ForeignLesson
    progress, _created = LessonProgress.objects.get_or_create(
        enrolment=enrolment, lesson=lesson, defaults={"language": language}
    )
    complete_if_due(enrolment=enrolment)
    return progress
