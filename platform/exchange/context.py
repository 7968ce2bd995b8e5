"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from exchange.languages import LANGUAGE_NAMES, SHORT_NAMES


def language_links(request: HttpRequest) -> list[dict[str, Any]]:
    """Return per enabled language its code, own name and the address of this very page in it.

    Pages and views carry the language as first part of the path and share the rest; where the path has none
    (``/c/CODE``) the language is a parameter.
    """
    codes = [code for code, _name in settings.LANGUAGES]
    first, _, rest = request.path_info.lstrip("/").partition("/")
    query = request.GET.copy()
    query.pop("lang", None)
    links = []
    for code in codes:
        if first in codes:
            href, parameters = f"/{code}/{rest}", query.copy()
        else:
            href, parameters = request.path_info, query.copy()
            parameters["lang"] = code
        if parameters:
            href = f"{href}?{parameters.urlencode()}"
        current = code == get_language()
        names = {"name": LANGUAGE_NAMES[code], "short": SHORT_NAMES[code]}
        links.append({"code": code, "href": href, "current": current, **names})
    return links


def section(request: HttpRequest) -> str:
    """Return which entry of the main menu this address belongs to: the second part of its path."""
    parts = request.path_info.strip("/").split("/")
    return parts[1] if len(parts) > 1 else ""


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor: languages of this page, the menu's place, whether this is the demo."""
    return {
        "language_links": language_links(request),
        "section": section(request),
        "base_url": settings.WAGTAILADMIN_BASE_URL,
        "is_demo": settings.EXCHANGE_DEMO,
        "site_name": settings.SITE_NAME,
    }
