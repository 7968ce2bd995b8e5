"""What a trainer does to the outline of a course: begin it, add, name, order and copy. Everything stays a draft.

Titles are given by language. English is the language of addresses and of Wagtail's own columns: where it is missing,
another title stands in there until somebody writes it (``state.titles_of`` shows it as missing).
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext

from courses.outline.desk.state import titles_of
from courses.outline.models import CatalogueIndexPage, CoursePage, CourseTrainer, LessonActivity, LessonPage, ModulePage
from courses.quizzes.models import Quiz
from exchange.accounts.models import User
from exchange.basepage.models import BasePage
from exchange.content_i18n import enabled_languages
from exchange.languages import SOURCE, column
from exchange.places.models import Country

#: A title from a text box; Wagtail's column holds 255.
LONGEST = 255


@transaction.atomic
def begin_course(*, titles: Mapping[str, str], country: Country | None, hours: Decimal, maker: User) -> CoursePage:
    """Begin a course as a draft; its maker is its trainer.

    Raises:
        CatalogueIndexPage.DoesNotExist: the site has no catalogue to put it in.
    """
    catalogue = CatalogueIndexPage.objects.get()
    course = CoursePage(hours=hours, trainers=[CourseTrainer(user=maker)])
    if country:
        course.countries = [country]
    _add(catalogue, course, titles=titles, stem="course", maker=maker)
    return course


def add_module(*, course: CoursePage, titles: Mapping[str, str], maker: User) -> ModulePage:
    """Add a chapter at the end."""
    module = ModulePage()
    _add(course, module, titles=titles, stem="module", maker=maker)
    return module


def add_lesson(
    *, module: ModulePage, titles: Mapping[str, str], maker: User, before: LessonPage | None = None
) -> LessonPage:
    """Add a lesson at the end of a module, or before another lesson of it."""
    lesson = LessonPage()
    _add(module, lesson, titles=titles, stem="lesson", maker=maker, before=before)
    return lesson


@transaction.atomic
def add_quiz(*, module: ModulePage, maker: User) -> Quiz:
    """Add a lesson that is a quiz, named "Quiz" in every language; the quiz is empty and to be passed."""
    titles = {}
    for code in enabled_languages():
        with translation.override(code):
            titles[code] = gettext("Quiz")
    course = titles_of(module.course)
    names = {code: f"{word} – {course[code]}" if course[code] else word for code, word in titles.items()}
    quiz = Quiz.objects.create(**{column("title", code): name[:200] for code, name in names.items()})
    lesson = LessonPage(activities=[LessonActivity(quiz=quiz, required=True)])
    _add(module, lesson, titles=titles, stem="quiz", maker=maker)
    return quiz


@transaction.atomic
def _add(
    parent: BasePage, page: Any, *, titles: Mapping[str, str], stem: str, maker: User, before: BasePage | None = None
) -> None:
    page.live, page.has_unpublished_changes, page.owner = False, True, maker
    _set_titles(page, titles)
    page.slug = free_slug(parent, titles.get(SOURCE, ""), stem)
    if before:
        before.add_sibling(pos="left", instance=page)
    else:
        parent.add_child(instance=page)
    page.save_revision(user=maker, clean=False, log_action=True)


def free_slug(parent: BasePage, title: str, stem: str) -> str:
    """Return a Latin slug no child of the parent has: from the English title, else ``stem-1``, ``stem-2`` …"""
    taken = set(BasePage.objects.child_of(parent).values_list("slug", flat=True))
    base = slugify(title)[:60].strip("-")
    if base and base not in taken:
        return base
    number = 2 if base else 1
    while f"{base or stem}-{number}" in taken:
        number += 1
    return f"{base or stem}-{number}"


def _set_titles(page: BasePage, titles: Mapping[str, str]) -> None:
    for code in enabled_languages():
        setattr(page, column("title", code), titles.get(code, "").strip()[:LONGEST])
    if not titles.get(SOURCE, "").strip():
        stand_in = next((text.strip() for text in titles.values() if text.strip()), "")
        setattr(page, column("title", SOURCE), stand_in[:LONGEST])


def rename(*, page: Any, titles: Mapping[str, str], maker: User, minutes: int | None = None) -> None:
    """Save new titles, and minutes of a lesson, as a draft.

    Raises:
        ValueError: no title is left in any language.
    """
    if not any(text.strip() for text in titles.values()):
        raise ValueError("A page needs a title in at least one language.")
    values = {"minutes": minutes} if minutes and isinstance(page, LessonPage) else {}
    _save_draft(page, titles=titles, values=values, maker=maker)


def set_rule(*, course: CoursePage, read_all_lessons: bool, pass_quizzes: bool, maker: User) -> None:
    """Save by which rule the course is completed.

    Raises:
        ValueError: neither rule is chosen, nobody could complete the course.
    """
    if not (read_all_lessons or pass_quizzes):
        raise ValueError("Nobody could complete a course without a rule.")
    _save_draft(
        course, titles=None, values={"read_all_lessons": read_all_lessons, "pass_quizzes": pass_quizzes}, maker=maker
    )


@transaction.atomic
def _save_draft(page: Any, *, titles: Mapping[str, str] | None, values: Mapping[str, Any], maker: User) -> None:
    """As Wagtail's editor does: a page nobody reads is saved itself, a published one as a revision only."""
    latest = page.get_latest_revision_as_object()
    if titles is not None:
        _set_titles(latest, titles)
    for name, value in values.items():
        setattr(latest, name, value)
    if not latest.live:
        latest.save()
    latest.save_revision(user=maker, clean=False, log_action=True)


@transaction.atomic
def move(*, page: BasePage, by: int, maker: User) -> None:
    """Move a module or lesson one place up (-1) or down (1); at the end of its row it stays."""
    neighbour = page.get_prev_sibling() if by < 0 else page.get_next_sibling()
    if neighbour:
        page.move(neighbour, pos="left" if by < 0 else "right", user=None)


@transaction.atomic
def copy(*, page: Any, maker: User) -> None:
    """Put a copy of a lesson, or of a module with its lessons, behind the original, as a draft."""
    parent = page.get_parent()
    slug = free_slug(parent, page.slug, "copy")
    made = page.copy(recursive=True, keep_live=False, user=maker, update_attrs={"slug": slug}, copy_revisions=False)
    made.move(BasePage.objects.get(pk=page.pk), pos="right", user=None)


@transaction.atomic
def remove(*, page: Any, maker: User) -> bool:
    """Take away a module or lesson that no reader has ever seen, with what stands below it.

    Returns:
        False, and nothing is removed, when a part was published once: learners may have progress in it.
    """
    if BasePage.objects.descendant_of(page, inclusive=True).filter(first_published_at__isnull=False).exists():
        return False
    page.delete(user=maker)
    return True
