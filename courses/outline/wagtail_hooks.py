from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem

from courses.outline.desk import cards, urls
from courses.outline.models import CoursePage, CourseTrainer, LessonPage, ModulePage
from courses.outline.standing import may_read
from exchange.accounts.desk import RoleMenuItem
from exchange.accounts.roles import is_editor, is_trainer
from exchange.basepage.models import BasePage

PARTS = (CoursePage, ModulePage, LessonPage)


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
    if not isinstance(page, PARTS):
        return None
    leaving = ("action-back", "action-submit", "action-publish", "action-restart-workflow")
    return redirect("desk_course", page.course.pk) if any(name in request.POST for name in leaving) else None


class BackToTheCourse(ActionMenuItem):
    """Saves the draft and goes back to the builder: one click for what takes three."""

    label = _("Save and go back to the course")
    name = "action-back"
    icon_name = "arrow-left"

    def is_shown(self, context: dict[str, Any]) -> bool:
        return context["view"] == "edit" and isinstance(context["page"], PARTS) and not context["locked_for_user"]


@hooks.register("register_page_action_menu_item")
def register_back() -> ActionMenuItem:
    return BackToTheCourse(order=1)


@hooks.register("construct_page_action_menu")
def put_back_first(menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """What stands first is the button that is seen."""
    menu_items.sort(key=lambda item: item.name != "action-back")
