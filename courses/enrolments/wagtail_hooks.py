from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from courses.enrolments.desk import cards
from courses.enrolments.models import Completion
from exchange.basepage.models import BasePage


def completed_below(pages: Iterable[BasePage]) -> int:
    """Count completions of the courses that these pages are or hold."""
    return sum(Completion.objects.filter(course__path__startswith=page.path).count() for page in pages)


def _refuse(request: HttpRequest, pages: list[BasePage]) -> HttpResponse | None:
    """Say why these pages cannot be deleted, and what can be done instead; None when they can."""
    count = completed_below(pages)
    if not count:
        return None
    messages.error(
        request,
        _(
            "This cannot be deleted: learners have completed the course (completions: %(count)d), and their "
            "certificates refer to it. Unpublish it instead: it leaves the catalogue, and certificates stay valid."
        )
        % {"count": count},
    )
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)


@hooks.register("before_delete_page")
def keep_completed_course(request: HttpRequest, page: BasePage) -> HttpResponse | None:
    """Refuse to delete a course that somebody completed, or a page above one."""
    return _refuse(request, [page])


@hooks.register("before_bulk_action")
def keep_completed_courses(
    request: HttpRequest, action_type: str, objects: list[object], _action: object
) -> HttpResponse | None:
    """Refuse the same for several pages at once."""
    pages = [each for each in objects if isinstance(each, BasePage)]
    return _refuse(request, pages) if action_type == "delete" and pages else None


@hooks.register("construct_homepage_panels")
def lay_stuck_learners(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(cards.card(request.user))
