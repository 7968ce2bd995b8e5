"""A system check for rooms that draw PDF."""

from ctypes.util import find_library
from typing import Any

from django.core.checks import CheckMessage, Warning


def fast_subsetting_is_installed(**_: Any) -> list[CheckMessage]:
    """Warn when HarfBuzz cannot cut fonts down: every PDF then takes ten times as long (measured)."""
    if find_library("harfbuzz-subset"):
        return []
    return [
        Warning(
            "The library harfbuzz-subset is not installed: drawing a PDF takes ten times as long.",
            hint="Install the system package libharfbuzz-subset0.",
            id="typesetting.W001",
        )
    ]
