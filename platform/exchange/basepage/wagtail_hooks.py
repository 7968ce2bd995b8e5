"""The report on translations in the admin, and our type on its screens."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from exchange.accounts.roles import is_editor
from exchange.basepage.reports import TranslationStatusView


class EditorMenuItem(MenuItem):
    """An entry that editors and administrators see."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_editor(request.user)


@hooks.register("register_reports_menu_item")
def register_translation_status() -> MenuItem:
    return EditorMenuItem(_("Translation status"), reverse("translation_status_report"), icon_name="site", order=50)


@hooks.register("register_admin_urls")
def register_report_addresses() -> list[URLPattern]:
    return [
        path("reports/translations/", TranslationStatusView.as_view(), name="translation_status_report"),
        path(
            "reports/translations/results/",
            TranslationStatusView.as_view(results_only=True),
            name="translation_status_report_results",
        ),
    ]


@hooks.register("insert_global_admin_css")
def lao_type() -> SafeString:
    """Lao needs its font and its line height in the admin too."""
    return format_html('<link rel="stylesheet" href="{}">', static("exchange/admin.css"))
