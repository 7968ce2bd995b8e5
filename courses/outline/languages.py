"""In which languages a course can be read: counted from the texts it has, never promised."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextField
from django.db.models.functions import Cast, Length

from courses.outline.models import CoursePage, LessonPage, ModulePage
from exchange.content_i18n import enabled_languages, has_own_text
from exchange.languages import LANGUAGE_NAMES, column

#: An empty stream is stored as ``[]``.
EMPTY_STREAM_LENGTH = 2


@dataclass(frozen=True, slots=True)
class CourseLanguage:
    """How much of a course is in one language."""

    code: str
    lessons: int
    of: int
    has_title: bool

    @property
    def name(self) -> str:
        """The language by its own name."""
        return LANGUAGE_NAMES[self.code]

    @property
    def is_complete(self) -> bool:
        """Everything a learner reads is in this language."""
        return self.has_title and self.of > 0 and self.lessons == self.of

    @property
    def is_partial(self) -> bool:
        """Something is in this language, something is not."""
        return not self.is_complete and self.lessons > 0


def languages_of(courses: Iterable[CoursePage]) -> dict[int, list[CourseLanguage]]:
    """Return for each course, by primary key, the enabled languages and how much of it is in them.

    Counts published lessons with a text of their own, in two queries for all courses.
    """
    rows = _lessons()
    return {
        course.pk: [_language(course, code, rows.get(course.path, [])) for code in enabled_languages()]
        for course in courses
    }


def _language(course: CoursePage, code: str, lessons: list[dict[str, bool]]) -> CourseLanguage:
    done = sum(1 for lesson in lessons if lesson[code])
    return CourseLanguage(code, done, len(lessons), has_own_text(course, "title", code))


def _lessons() -> dict[str, list[dict[str, bool]]]:
    """Return by the course's path one row a published lesson: which languages its body is written in."""
    codes = enabled_languages()
    lengths = {column("length", code): Length(Cast(column("body", code), TextField())) for code in codes}
    modules = set(ModulePage.objects.live().values_list("path", flat=True))
    step = LessonPage.steplen
    found: dict[str, list[dict[str, bool]]] = {}
    rows = LessonPage.objects.live().annotate(**lengths).values("path", *lengths)
    for row in rows:
        if row["path"][:-step] in modules:
            written = {code: (row[column("length", code)] or 0) > EMPTY_STREAM_LENGTH for code in codes}
            found.setdefault(row["path"][: -2 * step], []).append(written)
    return found
