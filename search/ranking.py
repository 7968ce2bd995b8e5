"""The one recipe of scores, for every engine.

Bigrams carry the weight, single clusters and characters help a little, toneless bigrams forgive a lost tone mark,
and a word found whole adds a constant. A document is a hit when it holds most of what was asked, not any scrap of
it: counts beside the filters would say nothing otherwise.
"""

import math
import re
from typing import Final

from exchange.writing.words import word_spans
from search.clauses import AtLeast, Both, Clause, Phrase, Term, any_of
from search.protocol import Document
from search.query import Operand, Parsed
from search.tokens import bigram_token, pairs, stem_token, toneless_token, unit_token
from search.units import Unit, runs, units

BIGRAM: Final = 1.0
STEM: Final = 1.0
UNIT: Final = 0.2
TONELESS: Final = 0.5
#: A word of the query found whole, and the whole of a typed run of words found as typed.
WHOLE_WORD: Final = 6.0
AS_TYPED: Final = 6.0
#: Of three and more parts of the query so many must be held; of one or two all.
MOST: Final = 0.6
#: English words that hold nothing by themselves; they are scored, but need not be there.
STOP_WORDS: Final = frozenset(
    (
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "do",
        "does",
        "for",
        "from",
        "how",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "this",
        "to",
        "was",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
    )
)

NORMAL, SHORT, CONTENTS, REFERENCES = 2.0, 1.7, 1.3, 1.0
_ENDS_IN_NUMBER = re.compile(r"(?:\.{3,}|…|\s)\s*\d{1,4}\s*$")
_IS_REFERENCE = re.compile(r"https?://|doi[:.]|\(\d{4}\)|\bISBN\b|\[\d+\]")


def needed(count: int) -> int:
    """How many of so many parts a document must hold."""
    return count if count <= 2 else math.ceil(MOST * count)


def clause_of(parsed: Parsed, *, any_word: bool = False) -> Clause | None:
    """The clause that finds what was asked; None when nothing that can be found was asked for.

    Args:
        parsed: the query.
        any_word: one part of the loose words is enough.
    """
    loose = [unit for text in parsed.words for unit in units(text)]
    parts, bonus = _loose(parsed.words)
    must: list[Clause] = []
    if parts:
        must.append(AtLeast(1 if any_word else needed(len(parts)), tuple(parts)))
    must += [one for text in parsed.phrases if (one := _exact(units(text)))]
    must += [any_of(*found) for group in parsed.either if (found := [c for one in group if (c := operand(one))])]
    never = tuple(one for text in parsed.without if (one := operand(text)))
    if not must and not never:
        return None
    if len(loose) > 2 and len(parsed.words) > 1:
        bonus.append(Phrase(tuple(unit_token(unit) for unit in loose), AS_TYPED))
    return Both(must=tuple(must), should=tuple(bonus), never=never)


def operand(one: Operand) -> Clause | None:
    """One side of an OR, or what must not be there: all of its words."""
    found = units(one.text)
    if one.exact or all(unit.kind != "word" for unit in found):
        return _exact(found)
    parts, bonus = _loose((one.text,))
    return Both(must=tuple(parts), should=tuple(bonus)) if parts else None


def _exact(found: list[Unit]) -> Clause | None:
    tokens = tuple(unit_token(unit) for unit in found)
    if not tokens:
        return None
    return Term(tokens[0]) if len(tokens) == 1 else Phrase(tokens, WHOLE_WORD)


def _loose(texts: tuple[str, ...]) -> tuple[list[Clause], list[Clause]]:
    """The parts of which most must be held, and what only adds to the score."""
    parts: dict[Clause, None] = {}
    bonus: dict[Clause, None] = {}
    stops: dict[Clause, None] = {}
    for text in texts:
        for run in runs(units(text)):
            if run[0].kind == "word":
                clause = any_of(Term(stem_token(run[0]), STEM), Term(unit_token(run[0]), UNIT))
                (stops if run[0].text in STOP_WORDS else parts)[clause] = None
            elif len(run) == 1:
                parts[Term(unit_token(run[0]), BIGRAM)] = None
            else:
                parts |= dict.fromkeys(_pair(*pair) for pair in pairs(run))
                bonus |= dict.fromkeys(Term(unit_token(unit), UNIT) for unit in run)
        bonus |= dict.fromkeys(_whole_words(text))
    if not parts:  # nothing but "the" and "of": then these
        return list(stops), list(bonus)
    return list(parts), [*bonus, *stops]


def _pair(first: Unit, second: Unit) -> Clause:
    exact = Term(bigram_token(first, second), BIGRAM)
    if first.kind != "lao":
        return exact
    return any_of(exact, Term(toneless_token(first, second), TONELESS))


def _whole_words(text: str) -> list[Clause]:
    """Every Lao or Chinese word of two or more units, to be found whole, and the text as a whole."""
    found = units(text)
    clauses: list[Clause] = []
    for start, end in word_spans(text):
        inside = tuple(unit_token(unit) for unit in found if start <= unit.start and unit.end <= end)
        if len(inside) > 1:
            clauses.append(Phrase(inside, WHOLE_WORD))
    whole = tuple(unit_token(unit) for unit in found)
    if len(whole) > 1 and not any(isinstance(one, Phrase) and one.tokens == whole for one in clauses):
        clauses.append(Phrase(whole, AS_TYPED))
    return clauses


def page_factor(document: Document) -> float:
    """What a page counts: a table of contents or a list of references holds every word and answers no question."""
    if document.page is None:
        return NORMAL
    lines = [line for line in document.body.splitlines() if line.strip()]
    if len(lines) >= 5:
        if sum(bool(_ENDS_IN_NUMBER.search(line)) for line in lines) > len(lines) / 2:
            return CONTENTS
        if sum(bool(_IS_REFERENCE.search(line)) for line in lines) > len(lines) / 2:
            return REFERENCES
    return NORMAL if len(document.body) >= 60 else SHORT
