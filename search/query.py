"""A typed query becomes a tree. Pure and total: whatever is typed has an answer.

    words           documents that hold most of them, best first
    "a phrase"      exactly these words beside each other (also “ ”, 「 」, « »)
    -word -"words"  documents without them
    a OR b          one of them is enough (also |)
    country:LA kind:lesson year:2018..2025 language:lo branch:maternity    a filter; -country:LA the opposite

What looks like none of these is words. Names of fields are understood in the languages of the site.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from search.protocol import Filter, Understood
from search.query_fields import FIELDS, value_of

#: A query is read by people; what is longer was pasted by mistake and its beginning is enough.
LONGEST: Final = 1000
_QUOTES = {'"': '"', "“": "”", "”": "”", "„": "“", "「": "」", "『": "』", "«": "»", "＂": "＂"}
_PIECE = re.compile(
    r"\s*(?P<minus>[-−－](?=\S))?"
    r"(?:(?P<field>[^\W\d_]+(?:[^\W_]|[\u0eb0-\u0ece])*)[:：](?=[^\s]))?"
    rf"(?:(?P<open>[{''.join(map(re.escape, _QUOTES))}])|(?P<plain>\S+))"
)
_OR = frozenset({"OR", "|", "||"})


@dataclass(frozen=True)
class Operand:
    """Words that belong together; `exact` if they must stand beside each other as typed."""

    text: str
    exact: bool = False


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """A query as it was understood.

    `words` want to be found, most of them must; every one of `phrases` must stand; of every tuple in `either` one
    must; none of `without` may. `filter` and `unwanted` are the filters typed into the text.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    either: tuple[tuple[Operand, ...], ...] = ()
    without: tuple[Operand, ...] = ()
    filter: Filter = field(default_factory=Filter)
    unwanted: Filter = field(default_factory=Filter)
    understood: tuple[Understood, ...] = ()

    @property
    def wanted(self) -> tuple[Operand, ...]:
        """Everything that may stand in a hit, for highlighting."""
        phrases = (Operand(text, exact=True) for text in self.phrases)
        return (*(Operand(text) for text in self.words), *phrases, *(one for group in self.either for one in group))


def parse(text: str) -> Parsed:
    """Read what was typed."""
    parsed = Parsed()
    either: list[Operand] = []
    joins_next = False
    for piece in [*_pieces(text[:LONGEST].replace("\x00", " ")), None]:
        if isinstance(piece, _Or):
            joins_next = bool(either)
            continue
        if isinstance(piece, Operand) and joins_next:
            either.append(piece)
            joins_next = False
            continue
        parsed = _with_either(parsed, either)
        either, joins_next = [], False
        if isinstance(piece, Operand):
            either = [piece]
        elif piece is not None:
            parsed = _with_condition(parsed, piece)
    return parsed


class _Or:
    pass


@dataclass(frozen=True)
class _Without:
    operand: Operand


@dataclass(frozen=True)
class _Field:
    facet: str
    values: tuple[object, ...]
    text: str
    is_unwanted: bool


def _pieces(text: str) -> Iterator[Operand | _Or | _Without | _Field]:
    place = 0
    while match := _PIECE.match(text, place):
        place = match.end()
        if match["plain"] in _OR and not (match["minus"] or match["field"]):
            yield _Or()
            continue
        content, exact = match["plain"], False
        if match["open"]:
            exact = True
            end = text.find(_QUOTES[match["open"]], place)
            content = text[place : end if end >= 0 else len(text)]
            place = end + 1 if end >= 0 else len(text)
        yield from _piece(match["field"], content.strip(), exact, bool(match["minus"]))


def _piece(name: str | None, content: str, exact: bool, is_negated: bool) -> Iterator[Operand | _Without | _Field]:
    facet = FIELDS.get(name.casefold()) if name else None
    values = value_of(facet, content) if facet else ()
    if facet and values:
        yield _Field(facet, values, content, is_negated)
        return
    if name:  # an unknown field or value: its parts are words
        content = f"{name} {content}"
    if any(character.isalnum() for character in content):
        operand = Operand(content, exact)
        yield _Without(operand) if is_negated else operand


def _with_either(parsed: Parsed, either: list[Operand]) -> Parsed:
    if not either:
        return parsed
    if len(either) > 1:
        text = " · ".join(one.text for one in either)
        return replace(
            parsed,
            either=(*parsed.either, tuple(either)),
            understood=(*parsed.understood, Understood("either", text)),
        )
    one = either[0]
    role = "phrase" if one.exact else "word"
    name = "phrases" if one.exact else "words"
    understood = (*parsed.understood, Understood(role, one.text))
    changed: dict[str, Any] = {name: (*getattr(parsed, name), one.text), "understood": understood}
    return replace(parsed, **changed)


def _with_condition(parsed: Parsed, piece: _Without | _Field) -> Parsed:
    if isinstance(piece, _Without):
        understood = (*parsed.understood, Understood("without", piece.operand.text))
        return replace(parsed, without=(*parsed.without, piece.operand), understood=understood)
    side = "unwanted" if piece.is_unwanted else "filter"
    values: dict[str, Any] = {piece.facet: piece.values}
    role = "without" if piece.is_unwanted else piece.facet
    changed: dict[str, Any] = {
        side: getattr(parsed, side).joined(Filter(**values)),
        "understood": (*parsed.understood, Understood(role, piece.text)),
    }
    return replace(parsed, **changed)
