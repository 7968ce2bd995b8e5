"""The catalogue: courses as cards, and the filters that choose among them."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from courses.outline.forms import CatalogueFilter
from courses.outline.languages import CourseLanguage, languages_of
from courses.outline.models import CatalogueIndexPage, CoursePage
from exchange.places.branches import Branch
from exchange.places.models import Country

CARDS_A_PAGE = 24


@dataclass(frozen=True, slots=True)
class Card:
    """What the catalogue tells of one course."""

    course: CoursePage
    url: str
    lessons: int
    languages: list[CourseLanguage]
    countries: list[Country]
    branches: list[str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The page of cards, the filters, and the filters as they go on in an address."""

    cards: "Page[Card]"
    form: CatalogueFilter
    count: int
    query: str


def catalogue_of(request: HttpRequest, index: CatalogueIndexPage) -> Catalogue:
    """Return the published courses that pass the reader's filters, in the order an editor gave them.

    Seven queries whatever the number of courses: languages are counted from texts, which no filter of the database
    can say, so all courses are read (without their texts) and chosen among here.
    """
    courses = list(CoursePage.objects.child_of(index).live().public().defer_streamfields().order_by("path"))
    languages, countries = languages_of(courses), _countries_of(courses)
    cards = [
        Card(
            course=course,
            url=course.get_url(request),
            lessons=languages[course.pk][0].of,
            languages=languages[course.pk],
            countries=countries.get(course.pk, []),
            branches=[str(Branch(code).label) for code in course.branches],
        )
        for course in courses
    ]
    offered = sorted({country.code: country for card in cards for country in card.countries}.values(), key=_order)
    form = CatalogueFilter(request.GET, countries=offered)
    found = [card for card in cards if _passes(card, form.chosen)]
    kept = request.GET.copy()
    kept.pop("page", None)
    page = Paginator(found, CARDS_A_PAGE).get_page(request.GET.get("page"))
    return Catalogue(cards=page, form=form, count=len(found), query=kept.urlencode())


def _countries_of(courses: list[CoursePage]) -> dict[int, list[Country]]:
    link = CoursePage.countries.through
    found: dict[int, list[Country]] = {}
    for row in link.objects.filter(coursepage__in=courses).select_related("country"):
        found.setdefault(row.coursepage_id, []).append(row.country)
    return {course: sorted(countries, key=_order) for course, countries in found.items()}


def _order(country: Country) -> tuple[bool, str]:
    return (not country.is_partner, country.code)


def _passes(card: Card, chosen: dict[str, str]) -> bool:
    if "country" in chosen and chosen["country"] not in {country.code for country in card.countries}:
        return False
    if "branch" in chosen and chosen["branch"] not in card.course.branches:
        return False
    if "level" in chosen and chosen["level"] != card.course.level:
        return False
    return "language" not in chosen or any(
        language.lessons for language in card.languages if language.code == chosen["language"]
    )
