"""Workshops in the admin: a list for trainers, files that only participants open, rows that must stay."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from courses.workshops.desk import cards, urls
from courses.workshops.models import Attendance, TestAttempt, WorkshopPage
from courses.workshops.participants import may_open
from courses.workshops.workshop_view import when_of
from exchange.accounts.roles import is_editor, is_trainer
from exchange.basepage.models import BasePage
from exchange.media.models import ExchangeDocument


@hooks.register("before_serve_document")
def keep_files_for_participants(document: ExchangeDocument, request: HttpRequest) -> None:
    """Refuse a participants' file to others, by whatever address they ask for it."""
    if not may_open(request.user, document):
        raise PermissionDenied


def _refuse(request: HttpRequest, pages: Iterable[BasePage]) -> HttpResponse | None:
    """Say why these pages cannot be deleted; None when they can."""
    for page in pages:
        below = WorkshopPage.objects.filter(path__startswith=page.path)
        if (
            Attendance.objects.filter(workshop__in=below).exists()
            or TestAttempt.objects.filter(workshop__in=below).exists()
        ):
            messages.error(
                request,
                _(
                    "This cannot be deleted: people have attended the workshop or taken its test, and certificates may "
                    "refer to it. Unpublish it instead: it leaves the site, and what people earned stays."
                ),
            )
            return redirect("workshop_desk")
    return None


@hooks.register("before_delete_page")
def keep_attended_workshop(request: HttpRequest, page: BasePage) -> HttpResponse | None:
    return _refuse(request, [page])


@hooks.register("before_bulk_action")
def keep_attended_workshops(
    request: HttpRequest, action_type: str, objects: list[object], _action: object
) -> HttpResponse | None:
    return (
        _refuse(request, [each for each in objects if isinstance(each, BasePage)]) if action_type == "delete" else None
    )


class TrainerMenuItem(MenuItem):
    """An entry for trainers and up."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_trainer(request.user)


@hooks.register("register_admin_menu_item")
def register_desk() -> MenuItem:
    return TrainerMenuItem(gettext_lazy("Workshops"), reverse("workshop_desk"), icon_name="calendar", order=225)


@hooks.register("construct_homepage_panels", order=10)
def lay_workshops(request: HttpRequest, panels: list[Any]) -> None:
    cards.lay(request.user, panels)


@hooks.register("register_admin_urls")
def register_desk_address() -> list[URLPattern]:
    return [path("workshops/", desk, name="workshop_desk"), *urls.urlpatterns]


def desk(request: HttpRequest) -> HttpResponse:
    """List the workshops a trainer may edit: their own; editors see all."""
    if not is_trainer(request.user):
        raise PermissionDenied
    found = WorkshopPage.objects.defer_streamfields().order_by("-starts_at")
    if not is_editor(request.user):
        found = found.filter(owner=request.user)
    context = {
        "workshops": [(each, when_of(each)) for each in found],
        "page_title": _("Workshops"),
        "header_title": _("Workshops"),
        "header_icon": "calendar",
    }
    return render(request, "courses/workshops/desk.html", context)
