"""Marks what matched, in every script, on the text as people read it.

Words are compared unit by unit in folded spelling and marked in the raw text, so old and new Lao spelling, lost
tone marks and English endings are all marked where they stand. No mark cuts a cluster or, where it is cheap to
avoid, a word. Everything that is returned is escaped HTML with `<mark>`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import pairwise
from typing import Final

from exchange.writing.words import word_spans
from search.query import Operand, parse
from search.ranking import STOP_WORDS
from search.stemming import stem
from search.tokens import toneless
from search.units import Unit, runs, units

#: Length of a snippet: a Lao cluster or Chinese character counts 1, a word of an alphabet 3.
WINDOW: Final = 110
#: Of these, so many before the first mark.
LEAD: Final = 24
WORD_WIDTH: Final = 3
#: A mark grows to the edges of its word if that adds no more than this many units.
GROW: Final = 4
_BETWEEN: Final = frozenset((" ", "-", "\n", "\u2010", "\u2011", "\u00a0"))
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Mark:
    """Units `start` to `end` of a text matched pattern number `pattern`."""

    start: int
    end: int
    pattern: int


@dataclass(frozen=True)
class _Pattern:
    """A sequence of units; `keys` are compared exactly or, for loose words, by stem and without tones."""

    keys: tuple[str, ...]
    exact: bool


def key(unit: Unit) -> str:
    """What makes two units of loose words equal."""
    if unit.kind == "word":
        return stem(unit.text)
    return toneless(unit.text) if unit.kind == "lao" else unit.text


class Marker:
    """Marks the words of one query in any number of texts."""

    def __init__(self, wanted: Iterable[Operand]) -> None:
        self.whole: list[_Pattern] = []
        self.parts: list[_Pattern] = []
        operands = tuple(wanted)
        for operand in operands:
            self._learn(operand)
        self._learn_all_together(" ".join(one.text for one in operands if not one.exact))
        self._marks: dict[str, tuple[list[Unit], list[Mark]]] = {}

    def _learn(self, operand: Operand) -> None:
        found = units(operand.text)
        if operand.exact:
            self.whole.append(_Pattern(tuple(unit.text for unit in found), exact=True))
            return
        meaningful = [unit for unit in found if unit.text not in STOP_WORDS] or found
        self.whole += (_Pattern((key(unit),), exact=False) for unit in meaningful if unit.kind == "word")
        for run in runs(found):
            if run[0].kind == "word":
                continue
            self.whole.append(_Pattern(tuple(map(key, run)), exact=False))
            for start, end in word_spans(operand.text[run[0].start : run[-1].end]):
                inside = [u for u in run if start <= u.start - run[0].start and u.end - run[0].start <= end]
                if 1 < len(inside) < len(run):
                    self.whole.append(_Pattern(tuple(map(key, inside)), exact=False))
            self.parts += (_Pattern((key(a), key(b)), exact=False) for a, b in pairwise(run))

    def _learn_all_together(self, text: str) -> None:
        """The loose words as typed; beside longer words a lone cluster or character is marked only there."""
        found = units(text)
        if len(found) < 2:
            return
        lone = {_Pattern((key(unit),), exact=False) for unit in found if unit.kind != "word"}
        if any(len(pattern.keys) > 1 for pattern in self.whole):
            self.whole = [pattern for pattern in self.whole if pattern not in lone]
        self.whole.append(_Pattern(tuple(map(key, found)), exact=False))

    @cached_property
    def _first(self) -> dict[str, list[tuple[int, _Pattern]]]:
        """The patterns by the unit they begin with."""
        first: dict[str, list[tuple[int, _Pattern]]] = {}
        for number, pattern in enumerate([*self.whole, *self.parts]):
            if pattern.keys:
                first.setdefault(pattern.keys[0], []).append((number, pattern))
        return first

    def finds(self, text: str) -> bool:
        """Whether anything of the query stands in the text."""
        return bool(self.marks(text)[1])

    def marks(self, text: str) -> tuple[list[Unit], list[Mark]]:
        """The units of the text and what matched; scraps of a word only where no whole word did."""
        if text not in self._marks:
            found = units(text)
            marks = list(self._matches(found))
            whole = [mark for mark in marks if mark.pattern < len(self.whole)]
            self._marks[text] = (found, whole or marks)
        return self._marks[text]

    def _matches(self, found: Sequence[Unit]) -> Iterator[Mark]:
        exact = [unit.text for unit in found]
        loose = [key(unit) for unit in found]
        for start in range(len(found)):
            candidates = self._first.get(loose[start], [])
            if exact[start] != loose[start]:
                candidates = [*candidates, *self._first.get(exact[start], [])]
            for number, pattern in candidates:
                end = start + len(pattern.keys)
                if tuple((exact if pattern.exact else loose)[start:end]) == pattern.keys:
                    yield Mark(start, end, number)

    def snippet(self, text: str) -> str:
        """The stretch of the text that holds most of the query, marked; its beginning if nothing matched."""
        found, marks = self.marks(text)
        if not found:
            return ""
        start, end = _best_window(found, marks)
        words = _words_around(text, found, start, end)
        left, right = _snapped(text, found, start, end, words)
        spans = self._spans(text, found, marks, words)
        inner = _html(text, left, right, spans)
        return f"{'… ' if text[:left].strip() else ''}{inner.strip()}{' …' if text[right:].strip(' .。;:,') else ''}"

    def _spans(
        self, text: str, found: Sequence[Unit], marks: Sequence[Mark], words: Sequence[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """The marks in characters, joined where they touch or only a space or hyphen parts them."""
        spans = (
            (found[mark.start].start, found[mark.end - 1].end)
            if mark.pattern < len(self.whole)
            else _grown(found, mark, words)
            for mark in marks
        )
        return _joined(text, spans)

    def whole_text(self, text: str) -> str:
        """The whole text, marked; line breaks stay as they are."""
        found, marks = self.marks(text)
        spans = self._spans(text, found, marks, word_spans(text)) if marks else []
        return _html(text, 0, len(text), spans, keep_lines=True)


def marked(text: str, query: str) -> str:
    """A text with the words of a typed query marked, as safe HTML: for the page that a hit leads to."""
    return Marker(parse(query).wanted).whole_text(text)


def _width(unit: Unit) -> int:
    return WORD_WIDTH if unit.kind == "word" else 1


def _best_window(found: Sequence[Unit], marks: Sequence[Mark]) -> tuple[int, int]:
    """The stretch of units with the most different patterns, then the most marks, then the earliest."""
    if not marks:
        return 0, _reach(found, 0, WINDOW)
    best, choice = (0, 0), (0, 0)
    for mark in marks:
        begin = _back(found, mark.start, LEAD)
        end = _reach(found, begin, WINDOW)
        inside = [one for one in marks if begin <= one.start and one.end <= end]
        value = (len({one.pattern for one in inside}), len(inside))
        if value > best:
            best, choice = value, (begin, max(end, mark.end))
    return choice


def _reach(found: Sequence[Unit], begin: int, width: int) -> int:
    end = begin
    while end < len(found) and (width := width - _width(found[end])) >= 0:
        end += 1
    return max(end, begin + 1)


def _back(found: Sequence[Unit], begin: int, width: int) -> int:
    while begin > 0 and (width := width - _width(found[begin - 1])) >= 0:
        begin -= 1
    return begin


def _words_around(text: str, found: Sequence[Unit], start: int, end: int) -> list[tuple[int, int]]:
    """The words of the stretch and a little around it, where the word list is not asked for the whole page."""
    left = found[max(0, start - 12)].start
    right = found[min(len(found), end + 12) - 1].end
    return [(left + begin, left + stop) for begin, stop in word_spans(text[left:right])]


def _snapped(
    text: str, found: Sequence[Unit], start: int, end: int, words: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """The stretch in characters, from the beginning of a word to the end of one."""
    left, right = found[start].start, found[end - 1].end
    if start:
        left = next((begin for begin, _ in words if begin >= left), left)
    if end < len(found):
        right = next((stop for _, stop in reversed(words) if left < stop <= right), right)
    else:
        right = len(text)
    return (left if start else 0), right


def _grown(found: Sequence[Unit], mark: Mark, words: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """A scrap of a word in characters, grown to the edges of the word it stands in if they are near."""
    start, end = found[mark.start].start, found[mark.end - 1].end
    wide_start = next((begin for begin, stop in words if begin < start < stop), start)
    wide_end = next((stop for begin, stop in words if begin < end < stop), end)
    around = found[max(0, mark.start - GROW - 1) : mark.end + GROW + 1]
    added = sum(wide_start <= unit.start < start or end < unit.end <= wide_end for unit in around)
    return (wide_start, wide_end) if 0 < added <= GROW else (start, end)


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in their order, neighbours made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start] in _BETWEEN):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _html(text: str, left: int, right: int, spans: Iterable[tuple[int, int]], *, keep_lines: bool = False) -> str:
    pieces: list[str] = []
    place = left
    for start, end in spans:
        if end <= left or start >= right:
            continue
        start, end = max(start, left), min(end, right)
        pieces += (escape(text[place:start]), f"<mark>{escape(text[start:end])}</mark>")
        place = end
    html = "".join(pieces) + escape(text[place:right])
    return html if keep_lines else _SPACE.sub(" ", html)
