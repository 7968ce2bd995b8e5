"""Numbers as learners write them: 4.500.000 in Lao, 4,500,000 in English and Chinese, ໔, ４ or 450万.

Pure functions. A separator is read in the way that is possible; where two ways are possible, as the language
writes it ("4.500" is four thousand five hundred in Lao and four and a half in English).
"""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from django.utils.formats import number_format
from django.utils.translation import override

#: Languages that write a decimal comma (Unicode CLDR); all others write a point.
DECIMAL_COMMA = frozenset({"lo", "ru", "tg"})
#: Chinese counts in ten thousands and hundred millions.
_MYRIADS = {"万": Decimal(10) ** 4, "萬": Decimal(10) ** 4, "亿": Decimal(10) ** 8, "億": Decimal(10) ** 8}
#: More digits than any amount of any currency; keeps a pasted book out of Decimal.
LONGEST = 40


class Unreadable(ValueError):
    """The text is no number that this language could mean."""


def read_number(text: str, language: str) -> Decimal:
    """Read a number as somebody writing this language means it.

    Args:
        text: digits of any script, grouping by points, commas, spaces or apostrophes, a sign, 万 or 亿 or % at the end.
        language: decides what a lone point or comma is.

    Returns:
        The exact number. A percentage is the number before the sign ("60%" is 60).

    Raises:
        Unreadable: nothing that is one number.
    """
    plain = _plain(text)
    factor = Decimal(1)
    while plain[-1:] in _MYRIADS:
        factor, plain = factor * _MYRIADS[plain[-1]], plain[:-1]
    sign, digits = re.fullmatch(r"([-+]?)(.*)", plain, re.DOTALL).groups()  # type: ignore[union-attr]
    if len(digits) > LONGEST or not re.fullmatch(r"\d[\d.,]*|[.,]\d+", digits):
        raise Unreadable(text)
    try:
        value = Decimal(_with_point(digits, language))
    except InvalidOperation:
        raise Unreadable(text) from None
    return (-value if sign == "-" else value) * factor


def _plain(text: str) -> str:
    """Western digits, half-width signs, no spaces, no percent sign."""
    folded = unicodedata.normalize("NFKC", text).replace("\u2212", "-").replace("\uff0d", "-")
    folded = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in folded)
    return re.sub(r"[\s'’_\u200b\u066b]|%$", "", folded.strip().removesuffix("%"))


def _with_point(digits: str, language: str) -> str:
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return digits
    if len(set(marks)) == 2:  # both kinds: the last one is the decimal mark and stands once
        decimal, group = marks[-1], marks[0]
        whole, _mark, rest = digits.rpartition(decimal)
        if decimal in whole or not _is_grouped(whole, group):
            raise InvalidOperation
        return f"{whole.replace(group, '')}.{rest}"
    mark = marks[0]
    can_group = _is_grouped(digits, mark)
    if len(marks) > 1:
        if not can_group:
            raise InvalidOperation
        return digits.replace(mark, "")
    is_decimal_here = (mark == ",") == (language in DECIMAL_COMMA)
    return digits.replace(mark, "." if is_decimal_here or not can_group else "")


def _is_grouped(digits: str, mark: str) -> bool:
    return bool(re.fullmatch(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+", digits))


def write_number(value: Decimal, language: str) -> str:
    """Write a number as the language does: 4.500.000,5 in Lao, 4,500,000.5 in English and Chinese."""
    places = max(0, -int(value.normalize().as_tuple().exponent))
    with override(language):
        return number_format(value.normalize(), decimal_pos=places, use_l10n=True, force_grouping=True)
