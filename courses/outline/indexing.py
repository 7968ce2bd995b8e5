"""Courses and lessons as search Documents: one per language that has a text of its own."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Greatest, Length, Substr

from courses.outline.models import CoursePage, LessonPage, ModulePage
from exchange.basepage.models import BasePage
from exchange.blocks import text_of
from exchange.content_i18n import enabled_languages, has_own_text, own_or_fallback, text_in
from search import audiences
from search.protocol import PUBLIC, Document
from search.registry import key_of, searchable


def live_courses() -> QuerySet[CoursePage]:
    """Return the courses that may be found."""
    return CoursePage.objects.live()


def live_lessons() -> QuerySet[LessonPage]:
    """Return the lessons that may be found: published, in a published module of a published course."""
    step = LessonPage.steplen
    # PostgreSQL may cut the paths of other pages before it leaves them out: never to less than nothing.
    return (
        LessonPage.objects.live()
        .annotate(
            module_path=Substr("path", 1, Greatest(Length("path") - step, 0)),
            course_path=Substr("path", 1, Greatest(Length("path") - 2 * step, 0)),
        )
        .filter(
            module_path__in=ModulePage.objects.live().values("path"),
            course_path__in=CoursePage.objects.live().values("path"),
        )
    )


@searchable(CoursePage, live=live_courses)
def documents_of_course(course: CoursePage) -> Iterator[Document]:
    """One Document per language: summary, outcomes and what else the course page says."""
    for language in _languages(course):
        pieces = [text_in(course, field, language) for field in ("intro", "outcomes")]
        body = [*pieces, text_of(text_in(course, "body", language))]
        yield _document(course, course, kind="course", language=language, body=body, audience=audiences.of_page(course))


@searchable(LessonPage, live=live_lessons)
def documents_of_lesson(lesson: LessonPage) -> Iterator[Document]:
    """One Document per language: the lesson is one hit, shown in the reader's language."""
    course = lesson.course
    audience = _audience(lesson, course)
    for language in _languages(lesson):
        body = [
            text_in(lesson, "lede", language),
            text_of(text_in(lesson, "body", language)),
            text_of(text_in(lesson, "sources", language)),
        ]
        yield _document(lesson, course, kind="lesson", language=language, body=body, audience=audience)


def _audience(lesson: LessonPage, course: CoursePage) -> tuple[str, ...]:
    """Return who may find a lesson. Behind two doors, enrolment and a restriction of its own, nobody is certain."""
    allowed = audiences.of_page(lesson)
    if not course.enrolled_only:
        return allowed
    return (f"enrolled:{course.uuid}",) if allowed in ((PUBLIC,), (audiences.SIGNED_IN,)) else ()


def _languages(page: BasePage) -> list[str]:
    """Return the languages in which the page has a text of its own, not just a title."""
    fields = ("intro", "outcomes", "body") if isinstance(page, CoursePage) else ("lede", "body")
    return [code for code in enabled_languages() if any(has_own_text(page, field, code) for field in fields)]


def _document(page: BasePage, course: CoursePage, *, language: str, body: list[Any], **rest: Any) -> Document:
    return Document(
        group=key_of(page),
        language=language,
        title=str(own_or_fallback(page, "title", language).value),
        body="\n".join(str(piece) for piece in body if piece),
        path=page.language_neutral_path,
        countries=tuple(sorted(country.code for country in course.countries.all())),
        branches=tuple(course.branches),
        year=course.last_published_at.year if course.last_published_at else None,
        **rest,
    )
