"""The fields of the query language: their names in the languages of the site, and the values they take."""

import re
from functools import cache
from typing import Final

from babel import Locale

FIELDS: Final = {
    **dict.fromkeys(("kind", "type", "ປະເພດ", "类型"), "kind"),
    **dict.fromkeys(("country", "ປະເທດ", "国家"), "country"),
    **dict.fromkeys(("language", "lang", "ພາສາ", "语言"), "language"),
    **dict.fromkeys(("branch", "ສາຂາ", "险种"), "branch"),
    **dict.fromkeys(("year", "ປີ", "年", "年份"), "year"),
}
KINDS: Final = ("course", "lesson", "case-study", "workshop", "document", "glossary", "page")
LANGUAGES: Final = {
    **dict.fromkeys(("lo", "lao", "ລາວ", "老挝语"), "lo"),
    **dict.fromkeys(("en", "english", "ອັງກິດ", "英语"), "en"),
    **dict.fromkeys(("zh", "zh-hans", "chinese", "中文", "汉语", "ຈີນ"), "zh-hans"),
    **dict.fromkeys(("ru", "russian"), "ru"),
    **dict.fromkeys(("tg", "tajik"), "tg"),
}
FIRST_YEAR: Final = 0
LAST_YEAR: Final = 9999
_SPAN = re.compile(r"(\d{4})?(?:\.\.+|…|-|–)(\d{4})?|(\d{4})")
_OTHER_NAMES = {"laos": "LA", "lao": "LA", "lao pdr": "LA", "ສປປ ລາວ": "LA", "老挝": "LA", "prc": "CN"}


def value_of(facet: str, written: str) -> tuple[object, ...]:
    """The values a field takes from what was written; empty if it says nothing we know."""
    written = written.strip().casefold()
    if facet == "year":
        return _years(written)
    if facet == "language":
        return (LANGUAGES[written],) if written in LANGUAGES else ()
    if facet == "country":
        return _country(written)
    slug = written.replace(" ", "-").replace("_", "-")
    if facet == "kind":
        return (slug,) if slug in KINDS else ()
    return (slug,) if re.fullmatch(r"[a-z][a-z-]*", slug) else ()


def _years(written: str) -> tuple[tuple[int, int], ...]:
    match = _SPAN.fullmatch(written)
    if not match or not any(match.groups()):
        return ()
    first, last, only = match.groups()
    if only:
        return ((int(only), int(only)),)
    span = sorted((int(first) if first else FIRST_YEAR, int(last) if last else LAST_YEAR))
    return ((span[0], span[1]),)


def _country(written: str) -> tuple[str, ...]:
    if written in _country_names():
        return (_country_names()[written],)
    return (written.upper(),) if re.fullmatch("[a-z]{2}", written) else ()


@cache
def _country_names() -> dict[str, str]:
    """Country names of CLDR in the languages of the site, folded, to their codes."""
    names = {
        name.casefold(): code
        for language in ("en", "zh", "lo")
        for code, name in Locale.parse(language).territories.items()
        if len(code) == 2 and code.isalpha()
    }
    return names | _OTHER_NAMES


def value_name(value: object) -> str:
    """A value as it stands in addresses and facets: LA, lesson, 2018, 2018..2020."""
    if isinstance(value, tuple):
        first, last = value
        return f"{first:04}" if first == last else f"{first:04}..{last:04}"
    return str(value)
