"""Tags by which the pages of this room ask what to show."""

from typing import Any

from django import template

from courses.outline.catalogue import Catalogue, catalogue_of
from courses.outline.course_view import CourseView, course_view
from courses.outline.lesson_view import LessonView, lesson_view
from courses.outline.models import CatalogueIndexPage, CoursePage, LessonPage

register = template.Library()


@register.simple_tag(takes_context=True)
def catalogue(context: dict[str, Any], index: CatalogueIndexPage) -> Catalogue:
    """Return the courses that pass the reader's filters."""
    return catalogue_of(context["request"], index)


@register.simple_tag(takes_context=True)
def view_of_course(context: dict[str, Any], course: CoursePage) -> CourseView:
    """Return what this reader sees of the course."""
    return course_view(context["request"], course)


@register.simple_tag(takes_context=True)
def view_of_lesson(context: dict[str, Any], lesson: LessonPage) -> LessonView:
    """Return what this reader sees of the lesson."""
    return lesson_view(context["request"], lesson)
