"""What an engine is asked, free of any engine: a small tree of clauses. Every backend compiles these and no more.

`Term` and `Phrase` look into title and body alike; a match in the title weighs `TITLE` times as much.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

TITLE: Final = 3.0


@dataclass(frozen=True)
class Term:
    """One token, scored by BM25 times the weight."""

    token: str
    weight: float = 1.0


@dataclass(frozen=True)
class Phrase:
    """At least two tokens beside each other, in this order; scored by a constant, which all engines compute alike."""

    tokens: tuple[str, ...]
    score: float


@dataclass(frozen=True)
class AtLeast:
    """So many of the clauses must match; the scores of all that match add up."""

    count: int
    clauses: tuple["Clause", ...]


@dataclass(frozen=True)
class Both:
    """All of `must` match, none of `never`; `should` only adds to the score. Without `must` everything matches."""

    must: tuple["Clause", ...] = ()
    should: tuple["Clause", ...] = ()
    never: tuple["Clause", ...] = ()


Clause: TypeAlias = Term | Phrase | AtLeast | Both


def any_of(*clauses: Clause) -> Clause:
    """One of the clauses is enough."""
    return clauses[0] if len(clauses) == 1 else AtLeast(1, clauses)


def any_part(clause: Clause) -> Clause | None:
    """A clause that holds as soon as any wanted part of this one does; None if it wants nothing."""
    parts = tuple(dict.fromkeys(_parts(clause)))
    return any_of(*parts) if parts else None


def _parts(clause: Clause) -> Iterator[Term | Phrase]:
    if isinstance(clause, Term | Phrase):
        yield clause
    else:
        for one in clause.clauses if isinstance(clause, AtLeast) else clause.must:
            yield from _parts(one)
