"""Schemes, indicators and provisions in the admin, for editors: the languages of a short text side by side."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet, SnippetViewSetGroup

from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES, column
from knowledge.schemes.forms_admin import ProvisionForm
from knowledge.schemes.models import Indicator, Provision, Scheme
from knowledge.schemes.verifying import NotAnEditor, verify, withdraw
from knowledge.schemes.wording import amount, as_of


def in_languages(field: str, heading: Any) -> MultiFieldPanel:
    """Return the field in all enabled languages, in one row; the boxes grow with their text."""
    panels = [
        FieldPanel(column(field, code), heading=LANGUAGE_NAMES[code], widget=AdminAutoHeightTextInput)
        for code in enabled_languages()
    ]
    return MultiFieldPanel([FieldRowPanel(panels)], heading=heading)


class SchemeViewSet(SnippetViewSet):
    model = Scheme
    icon = "folder-open-inverse"
    list_display = ["name", "country", "institution"]
    list_filter = ["country"]

    @property
    def panels(self) -> list[Any]:
        return [
            in_languages("name", gettext_lazy("Name")),
            FieldRowPanel([FieldPanel("country"), FieldPanel("code")]),
            FieldPanel("branches"),
            FieldRowPanel([FieldPanel("institution"), FieldPanel("contributory")]),
            in_languages("legal_basis", gettext_lazy("Legal basis")),
        ]


class IndicatorViewSet(SnippetViewSet):
    model = Indicator
    icon = "list-ol"
    list_display = ["label", "group", "unit", "order"]
    list_filter = ["group"]
    ordering = ["order"]

    @property
    def panels(self) -> list[Any]:
        return [
            in_languages("label", gettext_lazy("Label")),
            in_languages("help", gettext_lazy("Explanation")),
            FieldRowPanel([FieldPanel("code"), FieldPanel("group"), FieldPanel("order")]),
            FieldRowPanel([FieldPanel("is_number"), FieldPanel("unit")]),
            FieldPanel("branches"),
        ]


class CreateProvision(CreateView):
    """The form for a new value; a link from an empty cell fills in country and indicator."""

    def get_initial_form_instance(self) -> Any:
        """Take country and indicator from the address."""
        instance = super().get_initial_form_instance() or Provision()
        country, indicator = self.request.GET.get("country", ""), self.request.GET.get("indicator", "")
        if len(country) == 2:
            instance.country_id = country
        if indicator.isdecimal():
            instance.indicator_id = int(indicator)
        return instance


class EditProvision(EditView):
    """The form for a value, with the button that verifies it."""

    def save_instance(self) -> Any:
        """Save; what was verified and now says something else awaits a new check."""
        instance = super().save_instance()
        if instance.is_verified and self.form.changes_what_was_verified():
            withdraw(provision=instance, by=self.request.user, reason=_("The value was changed."))
            messages.warning(self.request, _("The value was changed: it counts as not verified until it is checked."))
        return instance

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add who checked the value and when."""
        return {**super().get_context_data(**kwargs), "reviews": self.object.reviews.select_related("by")}


class ProvisionViewSet(SnippetViewSet):
    model = Provision
    icon = "table"
    add_view_class = CreateProvision
    edit_view_class = EditProvision
    edit_template_name = "knowledge/schemes/admin/edit.html"
    list_filter = ["country", "indicator", "review_state"]
    list_display = [
        "indicator",
        "country",
        Column("value", label=gettext_lazy("Value"), accessor=lambda row: amount(row).value),
        Column("as_of", label=gettext_lazy("Date"), accessor=as_of),
        Column("state", label=gettext_lazy("State"), accessor=lambda row: row.get_review_state_display()),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return Provision.objects.select_related("indicator", "country")

    @property
    def panels(self) -> list[Any]:
        return [
            FieldRowPanel([FieldPanel("country"), FieldPanel("indicator"), FieldPanel("scheme")]),
            FieldPanel("number"),
            in_languages("text", gettext_lazy("Or in words")),
            in_languages("population", gettext_lazy("For whom")),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("as_of"), FieldPanel("as_of_precision"), FieldPanel("as_of_kind")])],
                heading=gettext_lazy("Date"),
            ),
            in_languages("source_text", gettext_lazy("Source")),
            in_languages("article", gettext_lazy("Article")),
            InlinePanel("citations", heading=gettext_lazy("Pages of our documents"), label=gettext_lazy("Cited page")),
            in_languages("note", gettext_lazy("Note")),
            FieldPanel("supersedes"),
        ]


class ComparisonViewSetGroup(SnippetViewSetGroup):
    menu_label = gettext_lazy("Comparison")
    menu_icon = "table"
    menu_order = 230
    items = (ProvisionViewSet, IndicatorViewSet, SchemeViewSet)


Provision.base_form_class = ProvisionForm
register_snippet(ComparisonViewSetGroup)


@require_POST
def check(request: HttpRequest, pk: int, state: str) -> HttpResponse:
    """Verify a value, or take that back; the log keeps who and when."""
    provision = get_object_or_404(Provision, pk=pk)
    act = verify if state == Provision.ReviewState.VERIFIED else withdraw
    try:
        act(provision=provision, by=request.user, reason=request.POST.get("reason", "").strip()[:300])
    except NotAnEditor:
        return HttpResponse(status=403)
    messages.success(request, _("Recorded: %(state)s.") % {"state": provision.get_review_state_display()})
    return redirect(reverse("wagtailsnippets_schemes_provision:edit", args=[pk]))


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    return [
        path(f"schemes/<int:pk>/{state}/", check, {"state": state}, name=f"schemes_{state}")
        for state in Provision.ReviewState.values
    ]
