"""What waits for a person: pages to review, changes that an editor asked for, comments on own pages."""

from collections.abc import Iterator
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Comment, TaskState, WorkflowState

from exchange.accounts.desk import ROWS_SHOWN, CardRow
from exchange.accounts.roles import is_editor
from exchange.basepage.models import BasePage


def todo_rows(user: Any) -> list[CardRow]:
    """Return the lines of the card: reviews for editors, then requests for changes, then open comments."""
    rows = list(_to_review(user)) if is_editor(user) else []
    return [*rows, *_asked_to_change(user), *_comments(user)]


def _to_review(user: Any) -> Iterator[CardRow]:
    """One row for the topmost page submitted: a course comes with its lessons, and is one thing to read."""
    states = TaskState.objects.reviewable_by(user).order_by("started_at")
    keys = [int(key) for key in states.values_list("workflow_state__object_id", flat=True) if str(key).isdecimal()]
    pages = list(BasePage.objects.filter(pk__in=keys).order_by("path").specific(defer=True))
    top: list[BasePage] = []
    for page in pages:
        if not (top and page.path.startswith(top[-1].path)):
            top.append(page)
    for page in top:
        yield CardRow(label=page.get_admin_display_title(), url=edit_address(page), note=_("Awaits your review"))


def _asked_to_change(user: Any) -> Iterator[CardRow]:
    states = WorkflowState.objects.filter(requested_by=user, status=WorkflowState.STATUS_NEEDS_CHANGES)
    keys = [int(key) for key in states.values_list("object_id", flat=True) if str(key).isdecimal()]
    for page in BasePage.objects.filter(pk__in=keys).order_by("path").specific(defer=True)[:ROWS_SHOWN]:
        yield CardRow(
            label=page.get_admin_display_title(), url=edit_address(page), note=_("An editor asks for changes")
        )


def _comments(user: Any) -> Iterator[CardRow]:
    found = Comment.objects.filter(page__owner=user, resolved_at__isnull=True).exclude(user=user)
    found = found.annotate(page_title=F("page__draft_title")).order_by("-updated_at")[: ROWS_SHOWN + 1]
    for comment in found:
        address = reverse("wagtailadmin_pages:edit", args=[comment.page_id])
        yield CardRow(label=comment.page_title, url=f"{address}#comment-{comment.pk}", note=_("Comment"))


def edit_address(page: BasePage) -> str:
    """Return where the page is worked on: the screen that its room names, else Wagtail's editor."""
    desk = getattr(page, "desk_address", None)
    return desk() if desk else reverse("wagtailadmin_pages:edit", args=[page.pk])
