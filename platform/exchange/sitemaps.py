"""The map for search engines: every public address in each language, with its alternates.

Rooms above add addresses that are no pages (documents of the library) by ``register``.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from exchange.basepage.models import BasePage


class Entry(NamedTuple):
    """One address below the language prefix, and when its content last changed."""

    path: str
    changed: datetime | None


Source = Callable[[], Iterable[Entry]]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Add a source of public addresses. Usable as a decorator."""
    if source not in _sources:
        _sources.append(source)
    return source


def _pages() -> Iterable[Entry]:
    pages = BasePage.objects.live().public().filter(depth__gt=1).specific(defer=True)
    for page in pages:
        if page.is_listed_publicly():
            yield Entry(page.language_neutral_path, page.last_published_at)


def sitemap(request: HttpRequest) -> HttpResponse:
    """Answer with the map as XML (sitemaps.org 0.9 with xhtml:link alternates)."""
    entries = [*_pages(), *(entry for source in _sources for entry in source())]
    context = {
        "entries": entries,
        "codes": [code for code, _name in settings.LANGUAGES],
        "base": settings.WAGTAILADMIN_BASE_URL,
    }
    return render(request, "sitemap.xml", context, content_type="application/xml; charset=utf-8")
