"""The languages of the site: codes, names, order of fallback.

The schema carries more languages than a site switches on, so that a new language is a setting and not a
migration.
"""

from typing import Final

#: Language in which content is written first; the only one that a page must have.
SOURCE: Final = "en"

#: Languages that have a database column each; fixed, in this order.
SCHEMA_LANGUAGES: Final = ("lo", "en", "zh-hans", "ru", "tg")

#: Each language by its own name.
LANGUAGE_NAMES: Final[dict[str, str]] = {
    "lo": "ລາວ",
    "en": "English",
    "zh-hans": "简体中文",
    "ru": "Русский",
    "tg": "Тоҷикӣ",
}

#: The same where there is no room: on a phone.
SHORT_NAMES: Final[dict[str, str]] = {**LANGUAGE_NAMES, "en": "EN", "zh-hans": "中文", "ru": "РУ", "tg": "ТҶ"}

#: What Django must know of a language that it does not ship (the shape of django.conf.locale.LANG_INFO).
MISSING_IN_DJANGO: Final[dict[str, dict[str, object]]] = {
    "lo": {"bidi": False, "code": "lo", "name": "Lao", "name_local": "ລາວ"},
}


def enabled(codes: list[str]) -> list[tuple[str, str]]:
    """Return Django's LANGUAGES for the codes a site switches on, in their order.

    Raises:
        ValueError: a code has no column in the schema, or the source language is missing.
    """
    unknown = [code for code in codes if code not in SCHEMA_LANGUAGES]
    if unknown:
        raise ValueError(f"EXCHANGE_LANGUAGES names {', '.join(unknown)}; known: {', '.join(SCHEMA_LANGUAGES)}")
    if SOURCE not in codes:
        raise ValueError(f"EXCHANGE_LANGUAGES must hold the source language {SOURCE}")
    return [(code, LANGUAGE_NAMES[code]) for code in codes]


def column(field: str, language: str) -> str:
    """Return the database field that holds ``field`` in ``language``: ``title``, ``zh-hans`` → ``title_zh_hans``."""
    return f"{field}_{language.replace('-', '_')}"


def fallback_order(codes: list[str]) -> dict[str, tuple[str, ...]]:
    """Return for each enabled language the order in which others stand in: the source language first."""
    rest = [code for code in codes if code != SOURCE]
    order: dict[str, tuple[str, ...]] = {"default": (SOURCE, *rest)}
    for code in codes:
        order[code] = tuple(other for other in (SOURCE, *rest) if other != code)
    return order
