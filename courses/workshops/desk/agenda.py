"""An agenda pasted from a table: time, title and who leads it, a line each, columns parted by tabs."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from courses.workshops.models import AgendaItem

CLOCK: Final = r"(\d{1,2})\s*[:.：h]\s*(\d{2})"
#: "9:00", "09.00–10.30", "9:00 - 10:30", "09：00～10：30".
TIMES: Final = re.compile(rf"^\s*{CLOCK}(?:\s*[-–—~～至]\s*{CLOCK})?\s*$")
#: A line of one column with a number in it: "Day 2", "ມື້ທີ 2", "第 2 天".
DAY: Final = re.compile(r"^[^\t\d]*(\d{1,2})[^\t\d]*$")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the agenda; ``number`` is its line in the pasted text."""

    number: int
    day: int
    begins: datetime.time
    ends: datetime.time | None
    title: str
    facilitator: str


@dataclass(frozen=True, kw_only=True)
class Pasted:
    """What was understood, and the lines that were not."""

    lines: list[Line]
    unread: list[int]


def parse(text: str) -> Pasted:
    """Read a pasted table; a line without a time is a day or is named as not understood."""
    lines: list[Line] = []
    unread: list[int] = []
    day = 1
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        times = TIMES.match(cells[0])
        if times and len(cells) > 1 and cells[1]:
            begins, ends = _clocks(times)
            if begins is None:
                unread.append(number)
                continue
            facilitator = cells[2] if len(cells) > 2 else ""
            lines.append(
                Line(number=number, day=day, begins=begins, ends=ends, title=cells[1], facilitator=facilitator)
            )
        elif found := DAY.match(line.strip()):
            day = int(found[1])
        else:
            unread.append(number)
    return Pasted(lines=lines, unread=unread)


def _clocks(times: "re.Match[str]") -> tuple[datetime.time | None, datetime.time | None]:
    """Return begin and end; None for a clock that does not exist, such as 25:00."""

    def clock(hour: str | None, minute: str | None) -> datetime.time | None:
        if hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
            return None
        return datetime.time(int(hour), int(minute))

    return clock(times[1], times[2]), clock(times[3], times[4])


def items_of(lines: list[Line], existing: list[AgendaItem], column: str) -> Iterator[AgendaItem]:
    """Yield the agenda that the lines make; a line at the time of an existing one keeps its other languages."""
    known = {(item.day, item.begins): item for item in existing}
    for order, line in enumerate(lines):
        item = known.pop((line.day, line.begins), None) or AgendaItem(day=line.day, begins=line.begins)
        item.ends, item.sort_order = line.ends or item.ends, order
        item.facilitator = line.facilitator or item.facilitator
        setattr(item, column, line.title[:240])
        yield item
