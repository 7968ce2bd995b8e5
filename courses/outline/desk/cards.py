"""What the outline lays on the desk: drafts and submissions, gaps in translation."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from courses.outline.desk.listing import listed_courses
from courses.outline.models import LessonPage
from exchange.accounts.desk import Card, CardRow
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES, column


def cards(user: Any) -> list[Card]:
    """Return the two cards of a person."""
    listed = listed_courses(user)
    drafts = [row for row in listed if not row.course.live or row.course.has_unpublished_changes or row.is_submitted]
    return [
        Card(
            name="drafts",
            heading=_("My drafts and submissions"),
            empty=_("No draft is open."),
            order=30,
            rows=[CardRow(label=row.title, url=_address(row.course.pk), note=row.state) for row in drafts],
        ),
        Card(
            name="gaps",
            heading=_("Translation gaps"),
            empty=_("Every lesson is in every language."),
            order=40,
            rows=_gaps([(row.title, row.course) for row in listed]),
        ),
    ]


def _address(pk: int) -> str:
    return reverse("desk_course", args=[pk])


def _gaps(courses: list[tuple[str, Any]]) -> list[CardRow]:
    """Count for each course and language the lessons whose text is missing in it, in one query."""
    codes = enabled_languages()
    names = {code: column("body", code) for code in codes}
    lessons = (
        list(
            LessonPage.objects.select_related("latest_revision").only("path", "latest_revision__content", "draft_title")
        )
        if courses
        else []
    )
    rows = []
    for title, course in courses:
        own = [lesson.latest_revision.content for lesson in lessons if _is_of(lesson, course)]
        written = {code: sum(_has(content, names[code]) for content in own) for code in codes}
        most = max(written.values(), default=0)
        missing = [f"{LANGUAGE_NAMES[code]} {most - written[code]}" for code in codes if written[code] < most]
        if missing:
            note = _("Lessons missing: %(languages)s") % {"languages": " · ".join(missing)}
            rows.append(CardRow(label=title, url=_address(course.pk), note=note))
    return rows


def _is_of(lesson: Any, course: Any) -> bool:
    return bool(lesson.latest_revision and lesson.path.startswith(course.path))


def _has(content: dict[str, Any], name: str) -> bool:
    value = content.get(name)
    return bool(value) and str(value).strip() not in ("", "[]", "null")
