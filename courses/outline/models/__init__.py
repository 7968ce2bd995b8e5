"""The rows of the room, one file per kind of page."""

from courses.outline.models.catalogue import CatalogueIndexPage
from courses.outline.models.course import CoursePage, CourseTrainer
from courses.outline.models.lesson import LessonActivity, LessonPage
from courses.outline.models.module import ModulePage

__all__ = ["CatalogueIndexPage", "CoursePage", "CourseTrainer", "LessonActivity", "LessonPage", "ModulePage"]
