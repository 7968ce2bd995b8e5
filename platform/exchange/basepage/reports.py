"""Translation status: how far each page is translated into each language."""

from typing import Any

from django.core.paginator import Page as PaginatorPage
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import PageReportView

from exchange.basepage.models import BasePage
from exchange.content_i18n import enabled_languages, translation_state
from exchange.languages import LANGUAGE_NAMES, column


def _attribute(language: str) -> str:
    return column("percent", language)


class TranslationStatusView(PageReportView):
    """All pages with the percent done per language; a spreadsheet of the same rows is one click away."""

    page_title = _("Translation status")
    header_icon = "site"
    index_url_name = "translation_status_report"
    index_results_url_name = "translation_status_report_results"
    results_template_name = "basepage/translation_status_results.html"
    model = BasePage
    any_permission_required = ["add", "change", "publish"]

    @property
    def list_export(self) -> list[str]:
        """Columns of the spreadsheet: title, address, one column per language."""
        return ["title", "url_path", *(_attribute(code) for code in enabled_languages())]

    @property
    def export_headings(self) -> dict[str, Any]:
        """Headings of the spreadsheet."""
        names = {_attribute(code): LANGUAGE_NAMES[code] for code in enabled_languages()}
        return {"title": _("Title"), "url_path": _("Address"), **names}

    def get_queryset(self) -> QuerySet[BasePage]:
        """Return every page below the root, in the order of the tree."""
        return BasePage.objects.filter(depth__gt=1).order_by("path")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Load the pages of one screen as what they are, in one query per kind, and count their texts."""
        found = object_list.object_list if isinstance(object_list, PaginatorPage) else object_list
        keys = [page.pk for page in found]
        specific = {page.pk: page for page in BasePage.objects.filter(pk__in=keys).specific()}
        pages = [specific[key] for key in keys]
        for page in pages:
            states = translation_state(page)
            page.states = [(code, LANGUAGE_NAMES[code], states[code]) for code in enabled_languages()]
            for code, state in states.items():
                setattr(page, _attribute(code), state.percent)
        if isinstance(object_list, PaginatorPage):
            object_list.object_list = pages
            return object_list
        return pages
