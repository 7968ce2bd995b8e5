"""Change a text in small steps and remember where each character came from."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

Edit = tuple[int, int, str]
Step = Callable[[str], Iterable[Edit]]


class Folded(NamedTuple):
    """A rewritten text and its way back.

    `offsets[i]` is the place in the raw text where character `i` of `text` begins; one more entry at the end holds
    the length of the raw text. Offsets never fall.
    """

    text: str
    offsets: Sequence[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the raw text that became `text[start:end]`."""
        return self.offsets[start], self.offsets[end]


def step(pattern: str, replace: Callable[[re.Match[str]], str]) -> Step:
    """A step that replaces every match of a pattern; what stays equal is no edit."""
    search = re.compile(pattern).finditer

    def edits(text: str) -> Iterator[Edit]:
        for match in search(text):
            new = replace(match)
            if new != match.group():
                yield match.start(), match.end(), new

    return edits


def rewrite(text: str, steps: Iterable[Step]) -> str:
    """The text after all steps."""
    for edits in steps:
        pieces: list[str] = []
        done = 0
        for start, end, new in edits(text):
            pieces += (text[done:start], new)
            done = end
        if done:
            text = "".join(pieces) + text[done:]
    return text


def rewrite_with_offsets(text: str, steps: Iterable[Step]) -> Folded:
    """The text after all steps, with the way back to the text as given."""
    offsets: Sequence[int] = range(len(text) + 1)
    for edits in steps:
        pieces: list[str] = []
        kept: list[int] = []
        done = 0
        for start, end, new in edits(text):
            pieces += (text[done:start], new)
            kept.extend(offsets[done:start])
            if len(new) == end - start:
                kept.extend(offsets[start:end])
            else:
                last = end - start - 1
                kept.extend(offsets[start + min(place, last)] for place in range(len(new)))
            done = end
        if done:
            text = "".join(pieces) + text[done:]
            offsets = [*kept, *offsets[done:]]
    return Folded(text, offsets)


def settle(text: str, steps: Sequence[Step]) -> str:
    """Repeat the steps until none of them changes anything, so that settling twice equals settling once."""
    while (changed := rewrite(text, steps)) != text:
        text = changed
    return text


def settle_with_offsets(text: str, steps: Sequence[Step]) -> Folded:
    """`settle`, with the way back."""
    folded = rewrite_with_offsets(text, steps)
    while (again := rewrite_with_offsets(folded.text, steps)).text != folded.text:
        folded = Folded(again.text, [folded.offsets[place] for place in again.offsets])
    return folded
