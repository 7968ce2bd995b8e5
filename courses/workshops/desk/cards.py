"""What the workshops lay on the desk: the next ones below, open drafts beside those of courses."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from courses.outline.desk.listing import state_of
from courses.outline.desk.state import submitted
from courses.workshops.models import WorkshopPage
from courses.workshops.workshop_view import when_of
from exchange.accounts.desk import Card, CardRow
from exchange.accounts.roles import is_editor


def own_workshops(user: Any) -> Any:
    """Return the workshops a person works on: all for editors, their own for trainers."""
    found = WorkshopPage.objects.defer_streamfields()
    return found if is_editor(user) else found.filter(owner=user)


def lay(user: Any, panels: list[Any]) -> None:
    """Add the card of next workshops, and drafts of workshops to the card of drafts."""
    found = list(own_workshops(user).order_by("starts_at"))
    under_review = {int(key) for key in submitted([page.pk for page in found]).values_list("object_id", flat=True)}
    coming = [page for page in found if page.live and page.ends_at > timezone.now()]
    panels.append(
        Card(
            name="workshops",
            heading=_("Next workshops"),
            empty=_("No workshop is planned."),
            order=50,
            rows=[CardRow(label=_title(page), url=page.desk_address(), note=when_of(page).days) for page in coming],
            is_wide=True,
        )
    )
    drafts = [page for page in found if not page.live or page.has_unpublished_changes]
    rows = [
        CardRow(label=_title(page), url=page.desk_address(), note=state_of(page, is_submitted=page.pk in under_review))
        for page in drafts
    ]
    for panel in panels:
        if panel.name == "drafts":
            panel.rows = [*panel.rows, *rows]


def _title(page: WorkshopPage) -> str:
    return str(page.get_admin_display_title())
