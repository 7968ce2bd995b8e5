"""The report on translations in the admin, and our type on its screens."""

from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from exchange.basepage.reports import TranslationStatusView


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
