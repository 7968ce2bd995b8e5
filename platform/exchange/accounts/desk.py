"""The desk: what the home of the admin is made of. Rooms add cards through ``construct_homepage_panels``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from exchange.accounts.roles import AnyUser

Words = str | Promise
#: Longer lists are no longer read; the page that the card leads to has the rest.
ROWS_SHOWN = 8


class RoleMenuItem(MenuItem):
    """An entry of the main menu for some roles only."""

    def __init__(self, label: Words, url: str, *, shown_to: Callable[[AnyUser], bool], **options: Any) -> None:
        """Show the entry to those for whom ``shown_to`` holds."""
        super().__init__(label, url, **options)
        self.shown_to = shown_to

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the role."""
        return self.shown_to(request.user)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One line of a card: what it is, where its one action leads, and a remark beside it."""

    label: Words
    url: str
    note: Words = ""


class Card(Component):
    """A card of the desk: a heading, a short list with one action a line, or a sentence when there is nothing."""

    template_name = "desk/card.html"

    def __init__(
        self, *, name: str, heading: Words, empty: Words, order: int, rows: Sequence[CardRow], is_wide: bool = False
    ) -> None:
        """Keep what is shown; ``order`` is the place on the desk, a wide card stands below the others."""
        self.name, self.heading, self.empty, self.order = name, heading, empty, order
        self.rows, self.is_wide = rows, is_wide

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return what the template shows: no more rows than are read."""
        return {"card": self, "rows": self.rows[:ROWS_SHOWN], "more": max(0, len(self.rows) - ROWS_SHOWN)}
