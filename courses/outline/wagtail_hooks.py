from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from courses.outline.desk import cards, urls
from courses.outline.models import CoursePage, CourseTrainer, LessonPage, ModulePage
from courses.outline.standing import may_read
from exchange.accounts.desk import RoleMenuItem
from exchange.accounts.roles import is_editor, is_trainer
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


@hooks.register("register_admin_menu_item")
def register_courses() -> MenuItem:
    return RoleMenuItem(_("Courses"), reverse("desk_courses"), shown_to=is_trainer, icon_name="list-ul", order=20)


@hooks.register("register_admin_urls")
def register_desk_addresses() -> list[URLPattern]:
    return urls.urlpatterns


@hooks.register("construct_homepage_panels")
def lay_cards(request: HttpRequest, panels: list[Any]) -> None:
    panels += cards.cards(request.user)


@hooks.register("after_edit_page")
def back_to_the_builder(request: HttpRequest, page: BasePage) -> HttpResponse | None:
    """Lead a trainer who submitted a part of a course to its builder: the explorer is not theirs."""
    has_left = any(name in request.POST for name in ("action-submit", "action-publish", "action-restart-workflow"))
    if not (has_left and isinstance(page, CoursePage | ModulePage | LessonPage)) or request.GET.get("next"):
        return None
    return redirect("desk_course", page.course.pk)
