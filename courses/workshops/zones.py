"""Time zones of workshops: those of the partner countries first."""

from functools import cache
from typing import Final
from zoneinfo import available_timezones

NEAREST: Final = ("Asia/Vientiane", "Asia/Shanghai", "Asia/Dushanbe")


@cache
def zone_choices() -> list[tuple[str, str]]:
    """Return the IANA zones that are places ("Asia/Vientiane"), the nearest first; old aliases are left out."""
    others = sorted(
        name for name in available_timezones() if name.partition("/")[0] in _CONTINENTS and name not in NEAREST
    )
    return [(name, name.replace("_", " ")) for name in (*NEAREST, *others, "UTC")]


_CONTINENTS: Final = frozenset(
    {"Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)
