"""How far a course is, as its trainers see it: drafts included, language by language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Count
from django.utils.translation import get_language
from wagtail.models import WorkflowState

from courses.outline.models import CoursePage, LessonActivity, LessonPage, ModulePage
from courses.quizzes.models import Quiz
from exchange.basepage.models import BasePage
from exchange.content_i18n import enabled_languages, is_empty
from exchange.languages import SOURCE, column


class Written(StrEnum):
    """How far a page is written in one language."""

    DONE = "done"
    PART = "part"
    NONE = "none"


def draft_value(page: BasePage, name: str) -> Any:
    """Return a field as its latest revision has it: streams as JSON text, without loading the page again."""
    revision = page.latest_revision
    content: Mapping[str, Any] = revision.content if revision else {}
    return content[name] if name in content else getattr(page, name)


def titles_of(page: BasePage) -> dict[str, str]:
    """Return the titles by language; one that only stands in for a missing English title counts as missing."""
    titles = {code: str(draft_value(page, column("title", code)) or "").strip() for code in enabled_languages()}
    source = titles.get(SOURCE, "")
    is_borrowed = any(text == source for code, text in titles.items() if code != SOURCE)
    if is_borrowed and not any(letter.isascii() and letter.isalpha() for letter in source):
        titles[SOURCE] = ""
    return titles


def shown_title(titles: Mapping[str, str], page: BasePage) -> str:
    """Return the title in the trainer's language, else in the first that has one."""
    first = next((text for text in titles.values() if text), "")
    return titles.get(get_language() or SOURCE, "") or first or str(page.draft_title)


@dataclass(frozen=True, kw_only=True)
class Item:
    """A module or lesson of the builder."""

    page: Any
    titles: dict[str, str]
    written: dict[str, Written]
    quizzes: tuple[Quiz, ...] = ()
    lessons: tuple["Item", ...] = ()

    @property
    def title(self) -> str:
        """The title to show."""
        return shown_title(self.titles, self.page)

    @property
    def key(self) -> str:
        """The primary key as text, for names in the page."""
        return str(self.page.pk)

    @property
    def minutes(self) -> int:
        """Minutes of the draft."""
        return int(draft_value(self.page, "minutes"))

    @property
    def may_be_removed(self) -> bool:
        """Whether no reader has ever seen it, or what stands below it."""
        return all(each.page.first_published_at is None for each in (self, *self.lessons))

    @property
    def is_changed(self) -> bool:
        """Whether readers see an older state, or nothing yet."""
        return bool(not self.page.live or self.page.has_unpublished_changes)


@dataclass(frozen=True, kw_only=True)
class Builder:
    """All that the builder shows of a course."""

    course: Any
    titles: dict[str, str]
    modules: tuple[Item, ...]
    is_submitted: bool
    is_changed: bool

    @property
    def title(self) -> str:
        """The title to show."""
        return shown_title(self.titles, self.course)

    @property
    def lessons(self) -> list[Item]:
        """Every lesson in order."""
        return [lesson for module in self.modules for lesson in module.lessons]

    @property
    def quizzes(self) -> list[Quiz]:
        """Every quiz in order."""
        return [quiz for lesson in self.lessons for quiz in lesson.quizzes]

    @property
    def unwritten(self) -> list[Item]:
        """Lessons that have no text in any language."""
        return [lesson for lesson in self.lessons if Written.DONE not in lesson.written.values()]

    @property
    def by_language(self) -> dict[str, list[Written]]:
        """One state a lesson, for each language."""
        return {code: [lesson.written[code] for lesson in self.lessons] for code in enabled_languages()}


def builder_of(course: CoursePage) -> Builder:
    """Read a course with its drafts, in six queries however long it is."""
    modules = ModulePage.objects.child_of(course).select_related("latest_revision").order_by("path")
    lessons = LessonPage.objects.descendant_of(course).select_related("latest_revision").order_by("path")
    modules, lessons = list(modules), list(lessons)
    quizzes = _quizzes(lessons)
    items = [_lesson(page, quizzes.get(page.pk, ())) for page in lessons]
    below = tuple(_module(page, [item for item in items if item.page.path.startswith(page.path)]) for page in modules)
    pages = [course, *modules, *lessons]
    return Builder(
        course=course,
        titles=titles_of(course),
        modules=below,
        is_submitted=submitted([page.pk for page in pages]).exists(),
        is_changed=any(not page.live or page.has_unpublished_changes for page in pages),
    )


def submitted(keys: list[int]) -> Any:
    """Return the reviews under way of these pages."""
    return WorkflowState.objects.filter(
        object_id__in=[str(key) for key in keys],
        base_content_type__app_label="basepage",
        status=WorkflowState.STATUS_IN_PROGRESS,
    )


def _quizzes(lessons: list[LessonPage]) -> dict[int, tuple[Quiz, ...]]:
    found: dict[int, tuple[Quiz, ...]] = {}
    rows = LessonActivity.objects.filter(lesson__in=lessons).select_related("quiz")
    rows = rows.annotate(question_count=Count("quiz__quiz_questions")).order_by("lesson", "sort_order")
    for row in rows:
        row.quiz.question_count = row.question_count
        found[row.lesson_id] = (*found.get(row.lesson_id, ()), row.quiz)
    return found


def _lesson(page: LessonPage, quizzes: tuple[Quiz, ...]) -> Item:
    titles = titles_of(page)
    bodies = {code: _has_body(page, code) for code in titles}
    needs_body = not quizzes or any(bodies.values())
    written = {code: _written([bool(titles[code]), *([bodies[code]] if needs_body else [])]) for code in titles}
    return Item(page=page, titles=titles, written=written, quizzes=quizzes)


def _module(page: ModulePage, lessons: list[Item]) -> Item:
    titles = titles_of(page)
    written = {code: _written([bool(text)]) for code, text in titles.items()}
    return Item(page=page, titles=titles, written=written, lessons=tuple(lessons))


def _has_body(page: LessonPage, code: str) -> bool:
    value = draft_value(page, column("body", code))
    return value.strip() not in ("", "[]", "null") if isinstance(value, str) else not is_empty(value)


def _written(parts: list[bool]) -> Written:
    if all(parts):
        return Written.DONE
    return Written.PART if any(parts) else Written.NONE
