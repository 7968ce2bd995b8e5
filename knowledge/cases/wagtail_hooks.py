"""Case studies in the menu of editors: their list is the page below which they stand."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from exchange.accounts.desk import RoleMenuItem
from exchange.accounts.roles import is_editor
from knowledge.cases.models import CaseStudyIndexPage


def case_studies(request: HttpRequest) -> HttpResponse:
    index = get_object_or_404(CaseStudyIndexPage.objects.order_by("path")[:1])
    return redirect("wagtailadmin_explore", index.pk)


@hooks.register("register_admin_urls")
def register_list() -> list[URLPattern]:
    return [path("desk/case-studies/", case_studies, name="desk_case_studies")]


@hooks.register("register_admin_menu_item")
def register_case_studies() -> MenuItem:
    return RoleMenuItem(
        _("Case studies"), reverse("desk_case_studies"), shown_to=is_editor, icon_name="doc-full", order=227
    )
