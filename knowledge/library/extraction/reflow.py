"""Lines of a printed page become paragraphs again, so that a phrase broken at a line's end is found and marked.

Lao and Chinese write no space between words: their lines join without one. A line that stops well before the right
edge ends its paragraph, and a list item begins one.
"""

import re
from itertools import pairwise
from typing import Final

#: A line shorter than this share of the page's longest line ends a paragraph.
FULL: Final = 0.8
UNSPACED: Final = re.compile("[\u0e80-\u0eff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
#: Lao vowels and tone marks that stand above or below their consonant.
_ZERO_WIDTH: Final = frozenset(map(chr, (0xEB1, *range(0xEB4, 0xEBA), 0xEBB, 0xEBC, *range(0xEC8, 0xECE))))
ITEM: Final = re.compile(r"^(?:[•◦‣–—-]\s|\(?\d{1,3}[.)]\s|[\u2460-\u2473])")


def reflow(text: str) -> str:
    """Return the page's text with one line per paragraph; an empty line in the text stays a border."""
    lines = [line.strip() for line in text.split("\n")]
    longest = max((_width(line) for line in lines), default=0)
    parts: list[str] = [lines[0]] if lines else []
    for line, following in pairwise(lines):
        if not line or not following or ITEM.match(following) or _width(line) < FULL * longest:
            parts.append(following)
        else:
            parts[-1] = _joined(parts[-1], following)
    return "\n".join(part for part in parts if part)


def _width(line: str) -> float:
    """Return the line's width in Latin letters: Lao vowels above and below take no room, Han characters take two."""
    return sum(2.0 if "\u2e80" <= letter <= "\uffef" else 0.0 if letter in _ZERO_WIDTH else 1.0 for letter in line)


def _joined(before: str, after: str) -> str:
    if before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower():
        return before[:-1] + after
    if UNSPACED.match(before[-1]) and UNSPACED.match(after[0]):
        return before + after
    return f"{before} {after}"
