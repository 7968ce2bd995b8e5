"""What the comparison asks of the database: the same few queries for one country or four."""

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from exchange.languages import SOURCE
from exchange.places.models import Country
from exchange.sitemaps import Entry
from exchange.writing.collation import sort_key
from knowledge.schemes.models import Indicator, Provision, Scheme


def comparable_countries() -> list[Country]:
    """Return the countries a reader may choose, by name: partners, and whoever has a value."""
    with_values = Provision.objects.order_by().values("country")
    found = Country.objects.filter(Q(is_partner=True) | Q(pk__in=with_values))
    return sorted(found, key=lambda country: sort_key(country.name, get_language() or SOURCE))


def indicators() -> list[Indicator]:
    """Return all rows, in the order of their groups and their own."""
    order = list(Indicator.Group)
    return sorted(Indicator.objects.all(), key=lambda row: (order.index(Indicator.Group(row.group)), row.order, row.pk))


def provisions_of(countries: list[Country]) -> QuerySet[Provision]:
    """Return all values of these countries with what a cell shows of them, newest first."""
    return (
        Provision.objects.filter(country__in=countries)
        .select_related("indicator", "country", "scheme")
        .prefetch_related("citations")
        .order_by("-as_of", "pk")
    )


def schemes_of(countries: list[Country], branch: str = "") -> list[Scheme]:
    """Return the schemes of these countries that cover the branch."""
    found = Scheme.objects.filter(country__in=countries).select_related("country", "institution")
    return [scheme for scheme in found if not branch or scheme.is_about(branch)]


def public_addresses() -> list[Entry]:
    """Return the comparison for the sitemap, once there is something to compare."""
    return [Entry("compare/", None)] if Provision.objects.exists() else []
