"""How a value, its date and its unit are written for the reader: numbers and dates by language, never in the data."""

from decimal import Decimal
from typing import Final

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from exchange.content_i18n import Part, own_or_fallback
from exchange.languages import SOURCE
from knowledge.schemes.models import Indicator, Provision

#: Django has formats of days and months of a language, none of years.
YEAR_FORMATS: Final = {"zh-hans": "Y年"}
_DATES: dict[str, Promise | str] = {
    Provision.DateKind.IN_FORCE_FROM: gettext_lazy("From %(date)s"),
    Provision.DateKind.IN_FORCE_UNTIL: gettext_lazy("Until %(date)s"),
    Provision.DateKind.ADOPTED: gettext_lazy("Adopted %(date)s"),
    Provision.DateKind.COUNTED: gettext_lazy("As of %(date)s"),
    Provision.DateKind.PUBLISHED: gettext_lazy("Published %(date)s"),
    Provision.DateKind.SEEN: gettext_lazy("Undated source, read %(date)s"),
}


def plain(number: Decimal) -> Decimal:
    """Return the number without the zeros that its column adds, and never as a power of ten."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def number_in_words(number: Decimal, unit: str) -> str:
    """Return a number with its unit in the reader's language: 6%, 105 days, LAK 4,500,000 a month."""
    shown = {"number": number_format(plain(number), use_l10n=True, force_grouping=True)}
    count = int(abs(number)) if number == number.to_integral_value() else 2
    match unit:
        case Indicator.Unit.PERCENT:
            return f"{shown['number']}%"
        case Indicator.Unit.YEARS:
            words = ngettext("%(number)s year", "%(number)s years", count)
        case Indicator.Unit.DAYS:
            words = ngettext("%(number)s day", "%(number)s days", count)
        case Indicator.Unit.PERSONS:
            words = ngettext("%(number)s person", "%(number)s persons", count)
        case Indicator.Unit.KIP_A_MONTH:
            words = _("LAK %(number)s a month")
        case _unit:
            return shown["number"]
    return words % shown


def amount(provision: Provision) -> Part:
    """Return the value as it is shown; a text that stands in for a missing translation says its language."""
    if provision.number is None:
        return own_or_fallback(provision, "text")
    words = number_in_words(provision.number, provision.indicator.unit)
    return Part(words, get_language() or SOURCE, False)


def date_of(provision: Provision) -> str:
    """Return the date as exactly as it is known: a day, a month or a year."""
    match provision.as_of_precision:
        case Provision.Precision.YEAR:
            return date_format(provision.as_of, YEAR_FORMATS.get(get_language() or SOURCE, "Y"))
        case Provision.Precision.MONTH:
            return date_format(provision.as_of, "YEAR_MONTH_FORMAT")
        case _precision:
            return date_format(provision.as_of, "DATE_FORMAT")


def as_of(provision: Provision) -> str:
    """Return the date with its meaning: From 1 January 2017 · Published 2018 · Undated source, read …"""
    return str(_DATES[provision.as_of_kind]) % {"date": date_of(provision)}
