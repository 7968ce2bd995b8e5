"""What rooms above show on the home page: they register a function here in ``apps.ready()``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """One thing to go to: title, one line, address. ``language`` says in which language title and text are."""

    kind: str
    title: str
    url: str
    text: str = ""
    language: str = ""
    order: int = 50


Source = Callable[[HttpRequest], Iterable[Teaser]]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Add a source of teasers; it is asked at every view of the home page. Usable as a decorator."""
    if source not in _sources:
        _sources.append(source)
    return source


def teasers(request: HttpRequest) -> list[Teaser]:
    """Return what all rooms want to show to this reader, lowest ``order`` first."""
    found = [teaser for source in _sources for teaser in source(request)]
    return sorted(found, key=lambda teaser: teaser.order)
