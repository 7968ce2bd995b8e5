"""The order of a list, as its readers expect it, without a collation library.

Lao goes by sound: a vowel written before its consonant counts after it, tone marks only where all else is equal.
Chinese goes by pinyin, from a table for the characters of GB 2312; English without regard to case and accents.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from exchange.writing.fold import normalise_text

DATA = Path(__file__).parent / "data"
# The separator of a key's ranks sorts before every letter, and the database accepts it.
_RANK = "\t"
_LEADING_VOWEL = re.compile("([\u0ec0-\u0ec4])([\u0e81-\u0eae\u0edc-\u0edf])")
_TONES = re.compile("[\u0ec8-\u0ecc]")
# In the alphabet ສ follows ຈ, in Unicode it comes near the end: U+0E89 lies between ຈ and ຊ.
_LAO_LETTERS = str.maketrans(
    {"ສ": "\u0e89", "ໜ": "ຫນ", "ໝ": "ຫມ", "\u0eb3": "\u0ecd\u0eb2"}
    | {chr(0x0ED0 + digit): str(digit) for digit in range(10)}
)


def sort_key(text: str, language: str) -> str:
    """A key for `sorted`: texts of one list, in one language, come in its order.

    Args:
        text: the text as it is shown.
        language: "lo", "zh" or a code that begins with one of them; all others are ordered like English.

    Returns:
        A string to be compared by code point; equal texts have equal keys and different texts different ones.
    """
    text = normalise_text(text)
    match language.partition("-")[0]:
        case "lo":
            return _RANK.join((_lao(text), "".join(_TONES.findall(text)), text))
        case "zh":
            return _RANK.join((_pinyin(text), text))
        case _:
            return _RANK.join((_latin(text), text))


def _latin(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))


def _lao(text: str) -> str:
    toneless = _TONES.sub("", _latin_only(text)).translate(_LAO_LETTERS)
    return _LEADING_VOWEL.sub(r"\2\1", toneless)


def _latin_only(text: str) -> str:
    return re.sub("[^\u0e80-\u0eff]+", lambda other: _latin(other.group()), text)


def _pinyin(text: str) -> str:
    """Every character becomes U+4E00, its syllable with tone, and itself: behind all Latin, in pinyin order."""
    syllables, phrases = _pinyin_tables()
    key: list[str] = []
    place = 0
    while place < len(text):
        pair = text[place : place + 2]
        readings = phrases.get(pair)
        for number, character in enumerate(pair if readings else text[place]):
            syllable = readings[number] if readings else syllables.get(character)
            key.append(f"一{syllable}{character}" if syllable else _latin(character))
        place += 2 if readings else 1
    return "".join(key)


@cache
def _pinyin_tables() -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Reading of a character, and of pairs that are read otherwise (重庆), read once."""
    syllables: dict[str, str] = {}
    for line in (DATA / "pinyin.txt").read_text("utf-8").splitlines():
        syllable, characters = line.split(" ")
        syllables.update(dict.fromkeys(characters, syllable))
    phrases: dict[str, tuple[str, str]] = {}
    for line in (DATA / "pinyin_pairs.txt").read_text("utf-8").splitlines():
        pair, first, second = line.split(" ")
        phrases[pair] = (first, second)
    return syllables, phrases
