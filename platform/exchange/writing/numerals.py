"""Figures in one writing, so that 1,000 finds 1.000, 三十五 finds 35 and ພ.ສ. 2561 finds 2018.

For index and query alike, on raw or folded text; what people read stays as the source prints it. The language must
be known: 1.234 is a thousand in Lao and a decimal in English.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from exchange.writing.fold import lao_digits
from exchange.writing.rewriting import Folded, Step, rewrite, rewrite_with_offsets, step

__all__ = ["chinese_number", "common_era", "plain_numbers", "plain_numbers_with_offsets"]

BUDDHIST_ERA = 543
_HAN_DIGITS = {character: digit for digit, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "亿": 10**8}
_HAN_NUMBER = "[〇零一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]*"
_ENGLISH_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH = (
    {"zero": 0}
    | {word: number for number, word in enumerate(_ENGLISH_UNITS, start=1)}
    | {word: number for number, word in enumerate(_ENGLISH_TEENS, start=10)}
    | {word: 10 * number for number, word in enumerate(_ENGLISH_TENS, start=2)}
)
_SCALES = {
    "万亿": 10**12,
    "亿": 10**8,
    "万": 10**4,
    "ລ້ານ": 10**6,
    "ຕື້": 10**9,
    "million": 10**6,
    "billion": 10**9,
}


def common_era(year: int) -> int:
    """The year of the common era for a year of the Buddhist era (ພ.ສ.)."""
    return year - BUDDHIST_ERA


def chinese_number(text: str) -> int:
    """The value of a number in Chinese characters, by place (二〇二五) or by unit (三十五, 两万).

    Raises:
        ValueError: for anything else.
    """
    if not re.fullmatch("[〇零一二两三四五六七八九十百千万亿]+", text):
        raise ValueError(f"Not a Chinese number: {text}")
    if not re.search("[十百千万亿]", text):
        return int("".join(str(_HAN_DIGITS[character]) for character in text))
    total = section = digit = 0
    for character in text:
        if character in _HAN_DIGITS:
            digit = _HAN_DIGITS[character]
        elif character in _HAN_TENS:
            section += (digit or 1) * _HAN_TENS[character]
            digit = 0
        elif character == "亿":
            total, section, digit = (total + section + digit) * _HAN_MYRIADS[character], 0, 0
        else:
            total, section, digit = total + (section + digit) * _HAN_MYRIADS[character], 0, 0
    return total + section + digit


def plain_numbers(text: str, language: str) -> str:
    """The text with its figures in one writing.

    Digits become 0 to 9, groups of thousands lose their separator, the decimal sign is a point, numbers in Chinese
    characters and English number words become digits, a percentage becomes "16%", and a Buddhist year is followed
    by its year of the common era.

    Args:
        text: raw or folded text.
        language: "lo", "en", "zh" or a code that begins with one of them.
    """
    return rewrite(text, _steps(language))


def plain_numbers_with_offsets(text: str, language: str) -> Folded:
    """`plain_numbers`, with the way back to the text as given."""
    return rewrite_with_offsets(text, _steps(language))


def _scaled(match: re.Match[str]) -> str:
    value = Decimal(match["number"]) * _SCALES[match["scale"].lower()]
    return f"{value.normalize():f}"


def _without_groups(group: str, decimal: str) -> Callable[[re.Match[str]], str]:
    def plain(match: re.Match[str]) -> str:
        return match.group().replace(group, "").replace(decimal, ".")

    return plain


def _grouped(group: str, decimal: str) -> Step:
    """1,000 or 1,000,000.5: three digits in each group, and no digit or separator around."""
    pattern = rf"(?<![\d.,])[1-9]\d{{0,2}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(decimal)}\d+)?(?!\d|[.,]\d)"
    return step(pattern, _without_groups(group, decimal))


def _english_number(match: re.Match[str]) -> str:
    """The parts of "thirty-five" added up."""
    return str(sum(_ENGLISH[word] for word in re.split(r"[-\s]", match.group().lower())))


def _han_number(match: re.Match[str]) -> str:
    """One character alone stays: 一 is in 统一 and 一般 as well."""
    text = match.group()
    return text if len(text) == 1 else str(chinese_number(text))


_FULL_WIDTH_FIGURE = step(
    r"[\uff10-\uff19]|(?<=[\d\uff10-\uff19])(?:\uff05|[\uff0c\uff0e](?=[\d\uff10-\uff19]))",
    lambda match: unicodedata.normalize("NFKC", match.group()),
)
# The year of the common era is added, not put in its place: both are searched for.
_BUDDHIST_YEAR = step(
    r"(?:ພ\s?\.?\s?ສ\s?\.?|ພຸດທະສັກກະ[ລຣ]າດ|佛[历曆]|\bB\.?E\.?|\bb\.e\.)\s*(?P<year>2[45]\d\d)(?!\d|\s\d{4})",
    lambda match: f"{match.group()} {common_era(int(match['year']))}",
)
_PER_CENT_AFTER = step(
    r"(?P<number>\d+(?:\.\d+)?)\s*(?:%|per\s?cent\b|ສ່ວນຮ້ອຍ|ເປີເຊັນ)", lambda match: f"{match['number']}%"
)
_PER_CENT_BEFORE = step(r"(?:百分之|ຮ້ອຍລະ\s*)(?P<number>\d+(?:\.\d+)?)", lambda match: f"{match['number']}%")
_HAN_PER_CENT = step(
    "百分之(?P<whole>[〇零一二两三四五六七八九十百]+)(?:点(?P<part>[〇零一二三四五六七八九]+))?",
    lambda match: (
        f"{chinese_number(match['whole'])}"
        + ("." + "".join(str(_HAN_DIGITS[digit]) for digit in match["part"]) if match["part"] else "")
        + "%"
    ),
)
_SCALED = step(
    r"(?P<number>\d+(?:\.\d+)?)\s*(?P<scale>万亿|亿|万|ລ້ານ(?!ຊ້າງ)|ຕື້|(?i:million|billion)\b)",
    _scaled,
)
# Not "one" alone: it is a pronoun too.
_ENGLISH_WORDS = step(
    rf"(?i)\b(?:(?:{'|'.join(_ENGLISH_TENS)})(?:[-\s](?:{'|'.join(_ENGLISH_UNITS)}))?"
    rf"|{'|'.join(word for word in _ENGLISH if word != 'one' and word not in _ENGLISH_TENS)})\b",
    _english_number,
)
# In Lao a comma with one or two digits behind it is a decimal; with three it is taken for the other style's group.
_LAO_DECIMAL = step(r"(?<![\d.,])\d+,\d{1,2}(?!\d|[.,]\d)", lambda match: match.group().replace(",", "."))
_COMMON = (lao_digits, _FULL_WIDTH_FIGURE)
_BY_LANGUAGE: dict[str, tuple[Step, ...]] = {
    "lo": (_grouped(".", ","), _grouped(",", "."), _LAO_DECIMAL),
    "zh": (_grouped(",", "."), _HAN_PER_CENT, step(_HAN_NUMBER, _han_number)),
    "en": (_grouped(",", "."), _ENGLISH_WORDS),
}
_LAST = (_SCALED, _PER_CENT_BEFORE, _PER_CENT_AFTER, _BUDDHIST_YEAR)


def _steps(language: str) -> tuple[Step, ...]:
    return (*_COMMON, *_BY_LANGUAGE.get(language.partition("-")[0], ()), *_LAST)
