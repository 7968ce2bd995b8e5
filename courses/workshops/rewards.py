"""What an attendance brings: rooms further up (certificates) register here what to offer."""

from collections.abc import Callable, Iterable

from courses.outline.standing import Link
from courses.workshops.models import Attendance

Source = Callable[[Attendance], Iterable[Link]]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Add a source of links; asked whenever a workshop is shown to somebody who attended it."""
    if source not in _sources:
        _sources.append(source)
    return source


def links_for(attendance: Attendance) -> tuple[Link, ...]:
    """Return everything the attendance brought."""
    return tuple(link for source in _sources for link in source(attendance))
