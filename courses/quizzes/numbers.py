"""A number as a learner writes it becomes one exact value, and back again.

Digits of any script, 万 and ລ້ານ, number words: ``exchange.writing.numerals`` knows them. Added here is what only a
single answer can be told: a separator that cannot group thousands is the decimal sign, whatever the language.
"""

import re
import unicodedata
from decimal import Decimal

from babel.numbers import format_decimal

from exchange.writing.numerals import plain_numbers

#: More characters than any amount of any currency needs.
LONGEST = 60


class Unreadable(ValueError):
    """The text is no number that this language could mean."""


def read_number(text: str, language: str) -> Decimal:
    """Read a number as somebody who writes this language means it.

    Args:
        text: "4.500.000" in Lao, "4,500,000" in English or Chinese, "໔", "４", "450万", "60 %", "-1,5".
        language: decides what a lone point or comma is ("4.500" is 4500 in Lao and 4.5 in English).

    Returns:
        The exact number; of a percentage the number before its sign.

    Raises:
        Unreadable: the text is not one number.
    """
    if len(text) > LONGEST:
        raise Unreadable(text)
    folded = unicodedata.normalize("NFKC", text).strip().replace("\u2212", "-")
    sign, size = ("-", folded[1:]) if folded.startswith("-") else ("", folded.removeprefix("+"))
    size = re.sub(r"(?<=[\d໐-໙])[\s'’](?=[\d໐-໙])", "", size.strip())
    size = re.sub(r"^([0໐])[.,](?=[\d໐-໙]+$)", "0.", size)  # nobody groups thousands behind a nought
    plain = size if size.startswith("0.") else plain_numbers(size, language)
    plain = re.sub(r"^(\d+),(\d+)$", r"\1.\2", plain.strip().removesuffix("%").strip())
    if size.startswith("0."):
        plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in plain)
    if not re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", plain):
        raise Unreadable(text)
    return Decimal(sign + plain)


def write_number(value: Decimal, language: str) -> str:
    """Write a number as the language does (Unicode CLDR): 4.500.000,5 in Lao, 4,500,000.5 in English and Chinese.

    What is written here is read as the same number again. A Lao comma before three digits would be read as a
    thousand, as many people write it, so such a fraction gets a fourth digit: 1,0010.
    """
    exact = value.normalize()
    written = format_decimal(exact, locale=language.replace("-", "_"), decimal_quantization=False)
    return f"{written}0" if exact.as_tuple().exponent == -3 and "," in written[-4:] else written
