"""What this room tells the quiz pages about an attempt that was made for a course."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.enrolments.assessing import attempts_left
from courses.enrolments.models import CourseAttempt
from courses.enrolments.rewards import links_for
from courses.enrolments.standing import completion_of
from courses.outline.models import LessonPage
from courses.outline.tree import outline_of
from courses.quizzes.contexts import AttemptContext, Link
from courses.quizzes.models import Attempt
from exchange.content_i18n import own_or_fallback


def context_of(attempt: Attempt) -> AttemptContext | None:
    """Return lesson, attempts left and what comes next, or None for an attempt of another room."""
    ours = (
        CourseAttempt.objects.filter(attempt=attempt)
        .select_related("enrolment__course", "enrolment__completion", "activity__lesson")
        .first()
    )
    if ours is None:
        return None
    activity, course = ours.activity, ours.enrolment.course
    lesson = activity.lesson if activity else None
    title = own_or_fallback(lesson or course, "title")
    used = Attempt.objects.filter(course_attempt__enrolment=ours.enrolment, quiz=attempt.quiz_id).count()
    return AttemptContext(
        title=str(title.value),
        title_language=title.language if title.language != get_language() else "",
        back=Link(url=lesson.get_url(), label=_("Back to the lesson")) if lesson else _course_link(ours),
        attempts_left=attempts_left(quiz=attempt.quiz, used=used),
        again_url=reverse("enrolments:start", args=[activity.pk]) if activity else "",
        next=_next(ours, lesson),
    )


def _course_link(ours: CourseAttempt) -> Link:
    return Link(url=ours.enrolment.course.get_url(), label=_("Back to the course"))


def _next(ours: CourseAttempt, lesson: LessonPage | None) -> Link:
    """Return the certificate when the course is completed, else the next lesson, else the course."""
    completion = completion_of(ours.enrolment)
    rewards = links_for(completion) if completion else ()
    if rewards:
        return Link(url=rewards[0].url, label=rewards[0].label)
    outline = outline_of(ours.enrolment.course)
    read = frozenset(ours.enrolment.lessons_read.values_list("lesson_id", flat=True))
    unread = outline.unread_after(lesson.pk if lesson else None, read)
    if completion is None and unread:
        return Link(url=unread.get_url(), label=_("Next lesson"))
    return _course_link(ours)
