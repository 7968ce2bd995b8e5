"""The smallest parts of a text that search compares, with their place in the raw text.

A unit is a Lao grapheme cluster, a Han character, a word of any other script, or a number. Index tokens, phrases
and highlights are all made of units, so whatever is found can also be marked.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from exchange.writing.fold import fold_with_offsets
from exchange.writing.words import clusters

Kind = Literal["lao", "han", "word"]

_LAO = "\u0e80-\u0eff"
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LETTER = f"(?:(?![{_LAO}{_HAN}])[^\\W\\d_][\u0300-\u036f]*)"
_RUN = re.compile(
    f"(?P<lao>[{_LAO}]+)|(?P<han>[{_HAN}]+)"
    # A number with its separators, or letters and digits that belong together: 4.5, C102, mother's
    f"|(?P<number>\\d+(?:[.,]\\d+)*(?!{_LETTER}))"
    f"|(?P<word>(?:{_LETTER}|\\d)+(?:['’]{_LETTER}+)*)"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")


class Unit(NamedTuple):
    """One part: its folded spelling, the script's kind, the number of its unbroken run, and `raw[start:end]`."""

    text: str
    kind: Kind
    run: int
    start: int
    end: int


def units(text: str) -> list[Unit]:
    """The units of a text in their order; white space and punctuation belong to none."""
    return list(_units(text))


def _units(text: str) -> Iterator[Unit]:
    folded, offsets = fold_with_offsets(text)
    for run, match in enumerate(_RUN.finditer(folded)):
        start, end = match.span()
        if match.lastgroup in ("lao", "han"):
            kind: Kind = "lao" if match.lastgroup == "lao" else "han"
            parts = clusters(match.group()) if kind == "lao" else list(match.group())
            for part in parts:
                yield Unit(part, kind, run, offsets[start], offsets[start + len(part)])
                start += len(part)
        else:
            spelling = _number(match.group()) if match.lastgroup == "number" else _word(match.group())
            yield Unit(spelling, "word", run, offsets[start], offsets[end])


def _number(written: str) -> str:
    """1,000 and 1.000 become 1000; 4,5 becomes 4.5."""
    if _THOUSANDS.fullmatch(written):
        return re.sub("[.,]", "", written)
    return written.replace(",", ".")


def _word(written: str) -> str:
    """Without accents on Latin letters; other alphabets keep theirs, where й is no и."""
    if written.isascii():
        return written
    return "".join(_bare(letter) for letter in written.replace("’", "'"))


def _bare(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() or "\u0300" <= letter <= "\u036f" else letter


def runs(found: list[Unit]) -> Iterator[list[Unit]]:
    """The units as unbroken runs of one script."""
    run: list[Unit] = []
    for unit in found:
        if run and unit.run != run[0].run:
            yield run
            run = []
        run.append(unit)
    if run:
        yield run
