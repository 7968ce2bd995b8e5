"""The list of courses at the desk."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courses.outline.desk.state import shown_title, submitted, titles_of
from courses.outline.models import CoursePage, LessonPage
from exchange.accounts.roles import is_editor
from exchange.basepage.models import BasePage


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One course of the list."""

    course: CoursePage
    title: str
    titles: dict[str, str]
    state: "str | Promise"
    lessons: int
    is_submitted: bool


def own_courses(user: Any) -> "QuerySet[CoursePage]":
    """Return the courses a person works on: all for editors, those they made or train for trainers."""
    found = CoursePage.objects.defer_streamfields().select_related("latest_revision")
    if not is_editor(user):
        found = found.filter(Q(owner=user) | Q(trainers__user=user)).distinct()
    return found.order_by("-latest_revision_created_at", "path")


def listed_courses(user: Any) -> list[Listed]:
    """Return the rows of the list, in four queries however many courses there are."""
    found = list(own_courses(user))
    lessons = list(LessonPage.objects.values_list("path", flat=True)) if found else []
    below = dict(BasePage.objects.filter(depth__gte=found[0].depth).values_list("pk", "path")) if found else {}
    under_review = [below.get(int(key), "") for key in submitted(list(below)).values_list("object_id", flat=True)]
    rows = []
    for course in found:
        titles = titles_of(course)
        is_submitted = any(path.startswith(course.path) for path in under_review)
        rows.append(
            Listed(
                course=course,
                title=shown_title(titles, course),
                titles=titles,
                state=state_of(course, is_submitted=is_submitted),
                is_submitted=is_submitted,
                lessons=sum(path.startswith(course.path) for path in lessons),
            )
        )
    return rows


def state_of(page: BasePage, *, is_submitted: bool) -> "str | Promise":
    """Say in words where a page is on its way to readers."""
    if is_submitted:
        return _("With the editors")
    if not page.live:
        return _("Draft")
    return _("Published, with newer changes") if page.has_unpublished_changes else _("Published")
