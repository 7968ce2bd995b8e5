"""What the home page shows of courses: where a learner left, or what there is to begin."""

from collections.abc import Iterator

from django.db.models import Max
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.enrolments.models import Enrolment
from courses.outline.models import CoursePage
from courses.outline.tree import outline_of
from exchange.content_i18n import own_or_fallback
from exchange.home.teasers import Teaser

NEWEST = 2


def for_reader(request: HttpRequest) -> Iterator[Teaser]:
    """Yield where the learner left off, or the newest courses for everybody else."""
    going_on = _going_on(request)
    if going_on:
        yield going_on
        return
    newest = CoursePage.objects.live().public().defer_streamfields().order_by("-first_published_at", "path")
    for course in newest[:NEWEST]:
        yield _teaser(course, kind=_("Course"), url=course.get_url(request), order=40)


def _going_on(request: HttpRequest) -> Teaser | None:
    """Return the course the learner read last and has not completed."""
    if not request.user.is_authenticated:
        return None
    latest = (
        Enrolment.objects.filter(learner=request.user, completion__isnull=True, course__live=True)
        .annotate(touched=Coalesce(Max("lessons_read__read_at"), "enrolled_at"))
        .order_by("-touched")
        .first()
    )
    if latest is None:
        return None
    course = CoursePage.objects.defer_streamfields().get(pk=latest.course_id)
    read = [each.lesson_id for each in latest.lessons_read.all()]
    lesson = outline_of(course).unread_after(read[-1] if read else None, frozenset(read))
    target = lesson or course
    return _teaser(target, kind=_("Continue where you left"), url=target.get_url(request), order=10)


def _teaser(page: CoursePage, *, kind: str, url: str, order: int) -> Teaser:
    title = own_or_fallback(page, "title")
    text = own_or_fallback(page, "intro" if isinstance(page, CoursePage) else "lede")
    same = title.language == text.language or not text.value
    language = title.language if title.language != get_language() else ""
    return Teaser(
        kind=kind, title=str(title.value), url=url, text=str(text.value) if same else "", language=language, order=order
    )
