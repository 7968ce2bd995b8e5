"""The outline of a course: its modules and lessons in order."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from courses.outline.models import CoursePage, LessonPage, ModulePage


@dataclass(frozen=True, slots=True)
class Module:
    """A chapter with its lessons."""

    page: ModulePage
    number: int
    lessons: tuple[LessonPage, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """All that is published of a course, in reading order."""

    modules: tuple[Module, ...]

    @property
    def lessons(self) -> tuple[LessonPage, ...]:
        """Every lesson in reading order."""
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @property
    def minutes(self) -> int:
        """Reading time of all lessons."""
        return sum(lesson.minutes for lesson in self.lessons)

    def module_of(self, lesson: LessonPage) -> Module | None:
        """Return the module that holds the lesson, or None while it is not published."""
        return next((module for module in self.modules if lesson in module.lessons), None)

    def position(self, lesson: LessonPage) -> int:
        """Return the lesson's number, counted from 1; 0 while it is not published."""
        return next((number for number, each in enumerate(self.lessons, 1) if each == lesson), 0)

    def before(self, lesson: LessonPage) -> LessonPage | None:
        """Return the lesson before this one."""
        position = self.position(lesson)
        return self.lessons[position - 2] if position > 1 else None

    def after(self, lesson: LessonPage) -> LessonPage | None:
        """Return the lesson after this one."""
        position = self.position(lesson)
        return self.lessons[position] if 0 < position < len(self.lessons) else None

    def unread_after(self, last: int | None, read: Set[int]) -> LessonPage | None:
        """Return where to continue: the first unread lesson after the one read last, else the first unread.

        None when everything is read.
        """
        lessons = self.lessons
        start = next((number for number, lesson in enumerate(lessons, 1) if lesson.pk == last), 0)
        return next((lesson for lesson in (*lessons[start:], *lessons[:start]) if lesson.pk not in read), None)


def outlines_of(courses: Iterable[CoursePage]) -> dict[int, Outline]:
    """Return the published outline of each course by its primary key, in two queries for all of them.

    Titles are loaded, texts are not. A lesson under an unpublished module is not part of an outline.
    """
    courses = list(courses)
    if not courses:
        return {}
    below = reduce(or_, (Q(path__startswith=course.path) for course in courses))
    modules = list(ModulePage.objects.filter(below).live().order_by("path"))
    lessons = list(LessonPage.objects.filter(below).live().defer_streamfields().order_by("path"))
    return {course.pk: _outline(course, modules, lessons) for course in courses}


def outline_of(course: CoursePage) -> Outline:
    """Return the published outline of one course; its modules are those the course may have loaded already."""
    lessons = LessonPage.objects.descendant_of(course).live().defer_streamfields().order_by("path")
    return _outline(course, course.live_modules, list(lessons))


def _outline(course: CoursePage, modules: list[ModulePage], lessons: list[LessonPage]) -> Outline:
    own = [module for module in modules if module.path.startswith(course.path)]
    return Outline(
        tuple(
            Module(page, number, tuple(lesson for lesson in lessons if lesson.path.startswith(page.path)))
            for number, page in enumerate(own, 1)
        )
    )
