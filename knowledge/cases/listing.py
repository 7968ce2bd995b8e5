"""The list of case studies: cards, and the filters that choose among them."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast, Length
from django.http import HttpRequest

from exchange.content_i18n import enabled_languages, has_own_text
from exchange.languages import LANGUAGE_NAMES, column
from exchange.places.models import Country
from knowledge.cases.forms import CaseStudyFilter
from knowledge.cases.models import CaseStudyIndexPage, CaseStudyPage

CARDS_A_PAGE = 24
#: An empty stream is stored as ``[]``.
EMPTY_STREAM_LENGTH = 2


@dataclass(frozen=True, slots=True)
class Card:
    """What the list tells of one case study; ``languages`` are those its text is written in."""

    page: CaseStudyPage
    url: str
    countries: list[Country]
    languages: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Listing:
    """The page of cards, the filters, and the filters as they go on in an address."""

    cards: "Page[Card]"
    form: CaseStudyFilter
    count: int
    query: str


def listing_of(request: HttpRequest, index: CaseStudyIndexPage) -> Listing:
    """Return the published case studies that pass the reader's filters, newest first.

    The same three queries however many there are; their texts stay in the database.
    """
    pages = list(_pages(index))
    countries = _countries_of(pages)
    cards = [Card(page, page.get_url(request), countries.get(page.pk, []), _languages(page)) for page in pages]
    offered = {country.code: country for card in cards for country in card.countries}
    form = CaseStudyFilter(request.GET, countries=sorted(offered.values(), key=_order))
    found = [card for card in cards if _passes(card, form.chosen)]
    kept = request.GET.copy()
    kept.pop("page", None)
    shown = Paginator(found, CARDS_A_PAGE).get_page(request.GET.get("page"))
    return Listing(cards=shown, form=form, count=len(found), query=kept.urlencode())


def _pages(index: CaseStudyIndexPage) -> "QuerySet[CaseStudyPage]":
    lengths = {
        f"length_{column('text', code)}": Length(Cast(column("problem", code), TextField()))
        for code in enabled_languages()
    }
    found: QuerySet[CaseStudyPage] = (
        CaseStudyPage.objects.child_of(index)
        .live()
        .public()
        .defer_streamfields()
        .annotate(**lengths)
        .order_by("-first_published_at", "path")
    )
    return found


def _languages(page: CaseStudyPage) -> list[tuple[str, str]]:
    return [
        (code, LANGUAGE_NAMES[code])
        for code in enabled_languages()
        if has_own_text(page, "title", code)
        and (getattr(page, f"length_{column('text', code)}") or 0) > EMPTY_STREAM_LENGTH
    ]


def _countries_of(pages: list[CaseStudyPage]) -> dict[int, list[Country]]:
    link = CaseStudyPage.countries.through
    found: dict[int, list[Country]] = {}
    for row in link.objects.filter(casestudypage__in=pages).select_related("country"):
        found.setdefault(row.casestudypage_id, []).append(row.country)
    return {page: sorted(countries, key=_order) for page, countries in found.items()}


def _order(country: Country) -> tuple[bool, str]:
    return (not country.is_partner, country.code)


def _passes(card: Card, chosen: dict[str, str]) -> bool:
    if "country" in chosen and chosen["country"] not in {country.code for country in card.countries}:
        return False
    if "branch" in chosen and chosen["branch"] not in card.page.branches:
        return False
    return "language" not in chosen or chosen["language"] in {code for code, _name in card.languages}
