from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail import hooks

from courses.outline.models import CoursePage, CourseTrainer, LessonPage
from courses.outline.standing import may_read
from exchange.accounts.roles import is_editor
from exchange.basepage.models import BasePage


@hooks.register("before_serve_page")
def keep_lessons_for_enrolled(
    page: BasePage, request: HttpRequest, _args: list[Any], _kwargs: dict[str, Any]
) -> HttpResponse | None:
    """Say, instead of the lesson, that it is for enrolled learners and how to become one."""
    if not isinstance(page, LessonPage) or may_read(request, page.course):
        return None
    context = {**page.get_context(request), "course": page.course}
    return render(request, "courses/outline/lesson_for_enrolled.html", context, status=403)


@hooks.register("after_create_page")
def name_maker_as_trainer(request: HttpRequest, page: BasePage) -> None:
    """Name a trainer who begins a course as its trainer, so that the course page and later hands know."""
    if isinstance(page, CoursePage) and not is_editor(request.user):
        CourseTrainer.objects.get_or_create(course=page, user=request.user)
