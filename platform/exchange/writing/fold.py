"""One spelling of a text for search, and the light repair of what is stored.

Lao is typed in many orders that look the same: the vowel ຳ in one piece or two, a tone mark before or after its
vowel, ຫນ or ໜ, old ຣ or new ລ. Search compares the folded form; people read the raw one.
"""

import re
import unicodedata
from collections.abc import Iterator

from exchange.writing.rewriting import Edit, Folded, rewrite, settle, settle_with_offsets, step

__all__ = ["Folded", "fold", "fold_with_offsets", "normalise_name", "normalise_text"]

TONES = "\u0ec8-\u0ecb"
VOWEL_MARKS = "\u0eb1\u0eb4-\u0eb9\u0ebb\u0ebc\u0ecd"
# Letters with a case outside ASCII; the test asks every code point whether this list is whole.
CASED = (
    "\u00b5\u00c0-\u00df\u0100-\u058f\u10a0-\u10ff\u13a0-\u13ff\u1c80-\u1cbf\u1e00-\u1fff\u2126-\u2183\u24b6-\u24cf"
    "\u2c00-\u2cff\ua640-\ua7ff\uab70-\uabbf\ufb00-\ufb17\uff21-\uff3a\U00010400-\U00010fff\U000118a0-\U000118bf"
    "\U00016e40-\U00016e5f\U0001e900-\U0001e921"
)


def compose(text: str) -> Iterator[Edit]:
    """The edits that bring a text to Unicode's composed form (NFC), one combining sequence at a time."""
    if unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and not _stands_alone(text[end]):
            continue
        sequence = text[start:end]
        composed = unicodedata.normalize("NFC", sequence)
        if composed != sequence:
            yield start, end, composed
        start = end


def _stands_alone(character: str) -> bool:
    """No mark, and no later part of a Korean syllable: nothing before it can absorb it."""
    return unicodedata.category(character)[0] != "M" and not "\u1160" <= character <= "\u11ff"


def _vowels_before_tones(match: re.Match[str]) -> str:
    marks = match.group()
    tones = [mark for mark in marks if "\u0ec8" <= mark <= "\u0ecb"]
    return "".join([mark for mark in marks if mark not in tones] + tones)


_LAO_DIGITS = {0x0ED0 + digit: str(digit) for digit in range(10)}
lao_digits = step("[\u0ed0-\u0ed9]+", lambda match: match.group().translate(_LAO_DIGITS))
# Zero-width space, joiners, soft hyphen and byte order mark: seen in copied text and PDF, never searched for.
unseen = step("[\u00ad\u200b-\u200d\u2060\ufeff]+", lambda match: "")
# Only this block: NFKC of the whole text would tear ຳ, ໜ and ໝ apart.
full_width = step("[\uff00-\uffef]", lambda match: unicodedata.normalize("NFKC", match.group()))
one_piece_am = step(f"\u0ecd([{TONES}]*)\u0eb2", lambda match: match.group(1) + "\u0eb3")
tone_before_am = step(f"(\u0eb3+)([{TONES}]+)", lambda match: match.group(2) + match.group(1))
tone_after_vowel = step(f"[{TONES}][{TONES}{VOWEL_MARKS}]*[{VOWEL_MARKS}]", _vowels_before_tones)
doubled_mark = step(f"([{VOWEL_MARKS}{TONES}\u0eb3\u0ecc])\\1+", lambda match: match.group(1))
double_e = step("\u0ec0\u0ec0", lambda match: "\u0ec1")
_HIGH_SONORANTS = {"ຫນ": "ໜ", "ຫມ": "ໝ", "ຫລ": "ຫຼ", "ຫຣ": "ຫຼ"}
high_sonorant = step("ຫ[ນມລຣ]", lambda match: _HIGH_SONORANTS[match.group()])
old_r = step("ຣ+", lambda match: "ລ" * len(match.group()))
lower_case = step(f"[A-Z]+|[{CASED}]", lambda match: match.group().casefold())

# The order is the rule: ຫຣ becomes ຫຼ before the remaining ຣ become ລ.
FOLDING = (
    compose,
    lao_digits,
    unseen,
    full_width,
    one_piece_am,
    tone_before_am,
    tone_after_vowel,
    doubled_mark,
    double_e,
    high_sonorant,
    old_r,
    lower_case,
)
REPAIR = (compose, one_piece_am, tone_before_am, tone_after_vowel)
_WHITE_SPACE = step(r"\s+", lambda match: " ")


def fold(text: str) -> str:
    """The search form of a text: what a reader would call the same word gets the same spelling.

    Index, query and highlighting all use it. Folding a folded text changes nothing.
    """
    return settle(text, FOLDING)


def fold_with_offsets(text: str) -> Folded:
    """The search form together with the raw place of each of its characters."""
    return settle_with_offsets(text, FOLDING)


def normalise_text(text: str) -> str:
    """A text as it is stored: composed (NFC), ຳ in one piece, tone marks in their place, no letter exchanged."""
    return settle(text, REPAIR)


def normalise_name(text: str) -> str:
    """A person's or institution's name as it is stored: as `normalise_text`, white space collapsed.

    A ຣ in a name stays a ຣ: the bearer decides how it is spelt.
    """
    return rewrite(normalise_text(text), (_WHITE_SPACE,)).strip()
