"""The way through a quiz: all questions on one page, or one at a time; which button leads where."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, override

from courses.quizzes.models import Attempt


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the learner is: ``number`` of the question shown alone, 0 when all are shown."""

    number: int
    count: int

    @property
    def is_last(self) -> bool:
        """Whether no question follows."""
        return self.number >= self.count


def place_of(request: HttpRequest, count: int) -> Place:
    """Read ``?q=n``; anything that is no question of the attempt shows all."""
    wanted = request.GET.get("q", "")
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 5 else 0
    return Place(number=number if number <= count else 0, count=count)


def after_saving(request: HttpRequest, attempt: Attempt, place: Place) -> str:
    """Return the address that the pressed button leads to.

    ``do`` is save, next, previous, one, all, review, or ``language:<code>`` for the same page in another language.
    """
    pressed = request.POST.get("do", "save")
    action, _colon, code = pressed.partition(":")
    if action == "review" or (action == "next" and place.number and place.is_last):
        return reverse("quizzes:review", args=[attempt.uuid])
    if action == "language" and code in dict(settings.LANGUAGES):
        with override(code):
            return page_of(attempt, place.number)
    number = {"next": place.number + 1, "previous": place.number - 1, "one": 1, "all": 0}.get(action, place.number)
    anchor = "#saved" if action == "save" else ""
    return page_of(attempt, max(number, 0)) + anchor


def page_of(attempt: Attempt, number: int = 0) -> str:
    """Return the address of the page with one question, or with all, in the language that is active."""
    address = reverse("quizzes:attempt", args=[attempt.uuid])
    return f"{address}?q={number}" if number else address


def language_buttons() -> list[str]:
    """Return the codes of the languages one could switch to."""
    return [code for code, _name in settings.LANGUAGES if code != get_language()]
