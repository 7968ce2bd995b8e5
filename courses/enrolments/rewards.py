"""What a completion brings: rooms further up (certificates) register here what to offer a learner."""

from collections.abc import Callable, Iterable

from courses.enrolments.models import Completion
from courses.outline.standing import Link

Source = Callable[[Completion], Iterable[Link]]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Add a source of links; asked whenever a completed course is shown to its learner. Usable as a decorator."""
    if source not in _sources:
        _sources.append(source)
    return source


def links_for(completion: Completion) -> tuple[Link, ...]:
    """Return everything the completion brought, in the order in which rooms registered."""
    return tuple(link for source in _sources for link in source(completion))
