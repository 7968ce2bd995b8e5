"""Dates and times in words, in the reader's language and in the zone where they count.

Months come from Babel (CLDR): Django has no Lao.
"""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_timezone_location
from django.utils.translation import get_language

from exchange.languages import SOURCE

_LOCALES: Final = {"lo": "lo", "en": "en_GB", "zh-hans": "zh_Hans", "ru": "ru", "tg": "tg"}


def locale_of(language: str | None = None) -> Locale:
    """Return Babel's locale for one of our languages (default: the active one)."""
    return Locale.parse(_LOCALES.get(language or get_language() or SOURCE, "en_GB"))


def date_in_words(day: date, language: str | None = None) -> str:
    """Return ``24 November 2026``, ``24 ພະຈິກ 2026``, ``2026年11月24日``."""
    return format_date(day, "long", locale=locale_of(language))


def days_in_words(first: date, last: date, language: str | None = None) -> str:
    """Return one date, or two with a dash between."""
    if first == last:
        return date_in_words(first, language)
    return f"{date_in_words(first, language)} – {date_in_words(last, language)}"


def weekday_in_words(day: date, language: str | None = None) -> str:
    """Return the date with its day of the week."""
    return format_date(day, "full", locale=locale_of(language))


def clock(moment: datetime, zone: str) -> str:
    """Return the time of day there: ``14:05``."""
    return format_time(moment.astimezone(ZoneInfo(zone)), "HH:mm", locale=locale_of(SOURCE))


def zone_in_words(zone: str, language: str | None = None) -> str:
    """Return the place whose clocks are meant: ``Vientiane``, ``万象``."""
    return get_timezone_location(zone, locale=locale_of(language), return_city=True)
