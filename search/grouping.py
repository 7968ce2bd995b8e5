"""Rows become hits: the pages and languages of one object stand under one heading, in an order that stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

#: How many rows are looked at. A later page of the results looks further; what stood in the nearer window keeps
#: its place, so nothing moves or comes twice while a reader turns pages.
WINDOWS: Final = (300, 1000, 3000, 10_000)
SECOND_ROW: Final = 0.1


@dataclass(frozen=True)
class Row:
    """One indexed document that matches: number of its group, page (0 for none), score, and the engine's handle."""

    group: int
    page: int
    score: float
    handle: object


@dataclass(frozen=True)
class Group:
    """One object: its number, score, and rows from the best down."""

    number: int
    score: float
    rows: tuple[Row, ...]


def ordered(rows: Sequence[Row]) -> list[Group]:
    """The groups of rows sorted from the best: by window, then score, then number."""
    groups: list[Group] = []
    seen: set[int] = set()
    everything = _by_group(rows)
    for window in WINDOWS:
        fresh = [_group(number, own) for number, own in _by_group(rows[:window]).items() if number not in seen]
        fresh.sort(key=lambda group: (-group.score, group.number))
        groups += [Group(group.number, group.score, tuple(everything[group.number])) for group in fresh]
        seen.update(group.number for group in fresh)
        if window >= len(rows):
            break
    return groups


def own_first(own: Iterable[Group], others: Iterable[Group]) -> list[Group]:
    """The groups found in the reader's language before the others, each once; a group keeps all its rows."""
    found, listed = list(own), list(others)
    complete = {group.number: group for group in listed}
    first = [complete.get(group.number, group) for group in found]
    numbers = {group.number for group in found}
    return [*first, *(group for group in listed if group.number not in numbers)]


def _by_group(rows: Iterable[Row]) -> dict[int, list[Row]]:
    groups: dict[int, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return groups


def _group(number: int, rows: list[Row]) -> Group:
    """Best plus a tenth of the second, rounded: engines differ in the seventh digit, and order must not."""
    second = rows[1].score if len(rows) > 1 else 0.0
    return Group(number, round(rows[0].score + SECOND_ROW * second, 4), tuple(rows))
