"""What the quiz pages know of the world above them.

This room does not know courses or workshops. A room that starts attempts registers a function which says, for an
attempt of its own, where it belongs; the pages ask all of them and take the first answer.
"""

from collections.abc import Callable
from dataclasses import dataclass

from courses.quizzes.models import Attempt


@dataclass(frozen=True, kw_only=True)
class Link:
    """An address and the words that lead there, both in the language of the reader."""

    url: str
    label: str


@dataclass(frozen=True, kw_only=True)
class AttemptContext:
    """Where an attempt belongs.

    Attributes:
        title: what the quiz is part of, e.g. the lesson; stands above the quiz title.
        title_language: language of ``title`` where it is not the reader's.
        back: where "back" leads before and after.
        attempts_left: further attempts after this one; None for no limit.
        again_url: address that starts another attempt when posted to; empty when there is none.
        next: what to do after passing, e.g. the next lesson or the certificate.
    """

    title: str = ""
    title_language: str = ""
    back: Link | None = None
    attempts_left: int | None = None
    again_url: str = ""
    next: Link | None = None

    @property
    def may_try_again(self) -> bool:
        """Whether another attempt can be started."""
        return bool(self.again_url) and (self.attempts_left is None or self.attempts_left > 0)


Teller = Callable[[Attempt], AttemptContext | None]
_tellers: list[Teller] = []


def register(teller: Teller) -> Teller:
    """Add a function that knows some attempts; call it in ``apps.ready()``. Usable as a decorator."""
    if teller not in _tellers:
        _tellers.append(teller)
    return teller


def forget(teller: Teller) -> None:
    """Take a function out again; nothing happens when it was never in."""
    if teller in _tellers:
        _tellers.remove(teller)


def context_of(attempt: Attempt) -> AttemptContext:
    """Return what the first room that knows this attempt says, or an empty context."""
    for teller in _tellers:
        context = teller(attempt)
        if context is not None:
            return context
    return AttemptContext()
