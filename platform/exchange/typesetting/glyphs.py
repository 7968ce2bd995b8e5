"""Which characters can the shipped fonts draw? Asked before a name is printed for good."""

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from exchange.typesetting.paths import FONTS

# Signs that steer other signs and have no picture of their own: format characters, line ends, selectors.
_WITHOUT_PICTURE = {"Cf", "Cc", "Zl", "Zp"}
_MARKS = {"Mn", "Mc", "Me"}


def missing_glyphs(text: str) -> list[str]:
    """Return what the shipped fonts cannot draw, in order of appearance, each once.

    A letter and the marks on it are judged together: they must come from one font, or the mark lands on
    a dotted circle. Spellings that Unicode holds equal (é, e + ´) are the same question.
    """
    faces = _characters_of_faces()
    return list(
        dict.fromkeys(cluster for cluster in _clusters(text) if not any(face.issuperset(cluster) for face in faces))
    )


def has_bold(text: str) -> bool:
    """Say whether the bold faces can draw all of the text: rare characters come in the regular weight only."""
    faces = _characters_of_faces("700")
    return all(any(face.issuperset(cluster) for face in faces) for cluster in _clusters(text))


def _clusters(text: str) -> list[str]:
    """Return the letters of the text with their marks, without what has no picture."""
    clusters: list[str] = []
    for sign in unicodedata.normalize("NFC", text):
        if unicodedata.category(sign) in _WITHOUT_PICTURE or 0xFE00 <= ord(sign) <= 0xFE0F:
            continue
        if clusters and unicodedata.category(sign) in _MARKS:
            clusters[-1] += sign
        else:
            clusters.append(sign)
    return clusters


@cache
def _characters_of_faces(weight: str = "400") -> tuple[frozenset[str], ...]:
    """Return the characters of every shipped face of this weight (bold ones have no more than regular ones)."""
    return tuple(_characters_of(path) for path in sorted(FONTS.glob(f"*-{weight}.ttf")))


def _characters_of(path: Path) -> frozenset[str]:
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
