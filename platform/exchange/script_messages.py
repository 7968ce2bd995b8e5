"""The sentences of the admin's scripts, ours included."""

from django.http import HttpRequest, HttpResponse
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.localization import get_localized_response

# Wagtail's own view names one package, and then Django reads no LOCALE_PATHS: Lao would stay English.
_all_catalogues = JavaScriptCatalog.as_view()


def of_the_admin(request: HttpRequest) -> HttpResponse:
    """Answer Wagtail's address of its script catalogue, in the language that this person works in."""
    response: HttpResponse = get_localized_response(_all_catalogues, request)
    return response
