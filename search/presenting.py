"""Results in the reader's words: names of kinds, countries and branches, addresses that keep the words asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from exchange.languages import LANGUAGE_NAMES
from exchange.places.branches import Branch
from exchange.places.models import Country
from search.forms import Asked
from search.protocol import FACETS, Hit, PageHit, Results
from search.query_fields import FIRST_YEAR, LAST_YEAR, value_name

KIND_NAMES: Final = {
    "course": _("Course"),
    "lesson": _("Lesson"),
    "case-study": _("Case study"),
    "workshop": _("Workshop"),
    "document": _("Policy document"),
    "glossary": _("Glossary term"),
    "page": _("Information"),
}
FACET_NAMES: Final = {
    "kind": _("Kind"),
    "country": _("Country"),
    "language": _("Language of the text"),
    "branch": _("Branch"),
    "year": _("Year"),
}
#: Values of one facet on the page; chosen ones are shown whatever their place.
SHOWN: Final = 12
_NAMES: Final[dict[str, Mapping[str, Any]]] = {
    "kind": KIND_NAMES,
    "language": LANGUAGE_NAMES,
    "branch": dict(Branch.choices),
}


class Names:
    """Names of facet values; countries are read once a request."""

    def __init__(self) -> None:
        self._countries: Mapping[str, str] | None = None

    def of(self, facet: str, value: str) -> str:
        """The name of a value in the language of the page, for languages their own name."""
        if facet == "year":
            return self._year(value)
        if facet == "country":
            if self._countries is None:
                self._countries = {country.code: str(country) for country in Country.objects.all()}
            return self._countries.get(value, value)
        return str(_NAMES[facet].get(value, value))

    @staticmethod
    def _year(value: str) -> str:
        first, _dots, last = value.partition("..")
        if not last:
            return value
        start = "" if int(first) == FIRST_YEAR else first
        end = "" if int(last) == LAST_YEAR else last
        return f"{start}–{end}"


@dataclass(frozen=True)
class Option:
    """One check box of a filter."""

    value: str
    name: str
    count: int
    is_chosen: bool
    language: str


@dataclass(frozen=True)
class Facet:
    """One group of check boxes."""

    key: str
    name: str
    options: list[Option]


@dataclass(frozen=True)
class Chip:
    """A filter that is set, or a part of the text that was read as more than a word, and how to drop it."""

    text: str
    label: str
    drop: str


@dataclass(frozen=True)
class ShownPage:
    """A page hit with its address and its snippet as safe HTML."""

    hit: PageHit
    address: str
    snippet: SafeString


@dataclass(frozen=True)
class ShownHit:
    """A hit with its address, names, and snippets as safe HTML."""

    hit: Hit
    kind: str
    address: str
    countries: list[str]
    language_name: str
    snippet: SafeString
    pages: list[ShownPage]


def facets(results: Results, names: Names) -> list[Facet]:
    """The filters with their counts; those that would not tell anything apart are left out."""
    shown = []
    for key in FACETS:
        counts = results.facets.get(key, ())
        kept = [one for number, one in enumerate(counts) if number < SHOWN or one.chosen]
        options = [
            Option(one.value, names.of(key, one.value), one.count, one.chosen, one.value if key == "language" else "")
            for one in kept
        ]
        if len(options) > 1 or any(option.is_chosen for option in options):
            shown.append(Facet(key, str(FACET_NAMES[key]), options))
    return shown


def chips(asked: Asked, names: Names) -> list[Chip]:
    """The filters that are set in the form, each with the address of the search without it."""
    return [
        Chip(names.of(facet, name), str(FACET_NAMES[facet]), asked.without(facet, name).address())
        for facet in FACETS
        for name in map(value_name, getattr(asked.filter, facet))
    ]


def hits(found: Iterable[Hit], *, language: str, text: str, names: Names) -> list[ShownHit]:
    """The hits as the page shows them."""
    return [
        ShownHit(
            hit=hit,
            kind=names.of("kind", hit.kind),
            address=address(hit.path, language=language, text=text),
            countries=[names.of("country", code) for code in hit.countries],
            language_name=names.of("language", hit.language),
            snippet=_safe(hit.snippet),
            pages=[
                ShownPage(page, address(page.path, language=language, text=text), _safe(page.snippet))
                for page in hit.pages
            ],
        )
        for hit in found
    ]


def address(path: str, *, language: str, text: str) -> str:
    """The address of a hit in the reader's language; the words come along, so that they can be marked there."""
    place, hash_sign, anchor = path.partition("#")
    asked = f"?{urlencode({'q': text})}" if text and not anchor else ""
    return f"/{language}/{place}{asked}{hash_sign}{anchor}"


def _safe(snippet: str) -> SafeString:
    # `search.highlight` escapes everything and adds nothing but <mark>.
    return mark_safe(snippet)  # noqa: S308


def first_page(asked: Asked) -> Asked:
    """The same search from its beginning."""
    return replace(asked, page=1)
