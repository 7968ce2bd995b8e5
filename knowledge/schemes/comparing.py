"""The grid of the comparison: indicators down, countries across, in every cell the values that stand today.

Pure over rows that were read already: what is asked of the database stands in `reading.py`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from exchange.content_i18n import own_or_fallback
from exchange.places.models import Country
from knowledge.schemes.models import Indicator, Provision

#: Lengths of a full bar, in per cent: a row of contribution rates would be invisible on 100.
SCALES = (25, 50, 100)


@dataclass(frozen=True, slots=True)
class Value:
    """A value that stands, and those it replaced, newest first."""

    provision: Provision
    earlier: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one country answers to one indicator; empty when no source was found."""

    country: Country
    values: tuple[Value, ...]

    @property
    def disagree(self) -> bool:
        """Whether sources give different values for the same people in the same scheme."""
        said: dict[tuple[int | None, str], set[str]] = {}
        for value in self.values:
            said.setdefault(_subject(value.provision), set()).add(_said(value.provision))
        return any(len(each) > 1 for each in said.values())


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator across the countries."""

    indicator: Indicator
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether the countries answer differently; a missing answer differs from a given one."""
        answers = {frozenset(_said(value.provision) for value in cell.values) for cell in self.cells}
        return len(answers) > 1

    @property
    def scale(self) -> int | None:
        """The length of a full bar for shares, None where bars would compare what cannot be compared."""
        if self.indicator.unit != Indicator.Unit.PERCENT:
            return None
        numbers = [value.provision.number for cell in self.cells for value in cell.values]
        largest = max((number for number in numbers if number is not None), default=Decimal(0))
        return next((scale for scale in SCALES if largest <= scale), None)


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one group of indicators."""

    group: Indicator.Group
    rows: tuple[Row, ...]


def standing(provisions: Iterable[Provision]) -> list[Value]:
    """Return the values that nothing replaced, each with the chain of those it replaced."""
    rows = list(provisions)
    by_key = {row.pk: row for row in rows}
    replaced = {row.supersedes_id for row in rows if row.supersedes_id}
    return [Value(row, tuple(_chain(row, by_key))) for row in rows if row.pk not in replaced]


def _chain(provision: Provision, by_key: dict[int, Provision]) -> list[Provision]:
    found: list[Provision] = []
    older = by_key.get(provision.supersedes_id or 0)
    while older is not None and older not in found:
        found.append(older)
        older = by_key.get(older.supersedes_id or 0)
    return found


def grid(
    *,
    countries: Sequence[Country],
    indicators: Iterable[Indicator],
    provisions: Iterable[Provision],
    branch: str = "",
    differing: bool = False,
) -> list[Section]:
    """Return the comparison, section by section.

    Args:
        countries: the columns, in their order.
        indicators: the rows, in their order.
        provisions: all values of these countries, replaced ones included.
        branch: only what is said of this branch; what names no branch is said of all.
        differing: leave out rows in which all countries say the same (or nothing).
    """
    cells: dict[tuple[int, str], list[Value]] = {}
    for value in standing(provisions):
        scheme = value.provision.scheme
        if not branch or scheme is None or scheme.is_about(branch):
            cells.setdefault((value.provision.indicator_id, value.provision.country_id), []).append(value)
    rows = [
        Row(row, tuple(Cell(country, tuple(cells.get((row.pk, country.code), ()))) for country in countries))
        for row in indicators
        if not branch or row.is_about(branch)
    ]
    shown = [row for row in rows if row.differs or not differing]
    return [
        Section(Indicator.Group(group), tuple(members))
        for group, members in groupby(shown, key=lambda row: row.indicator.group)
    ]


def _subject(provision: Provision) -> tuple[int | None, str]:
    return provision.scheme_id, str(own_or_fallback(provision, "population").value or "")


def _said(provision: Provision) -> str:
    """The value in a form that can be compared."""
    if provision.number is not None:
        return f"{provision.number.normalize():f}"
    return " ".join(str(own_or_fallback(provision, "text").value or "").casefold().split())
