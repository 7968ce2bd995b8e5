"""Verifying a value: an editor has compared it with its source. Every change of mind is kept."""

from django.db import transaction

from exchange.accounts.models import User
from exchange.accounts.roles import AnyUser, is_editor
from knowledge.schemes.models import Provision, Review


class NotAnEditor(Exception):
    """Only editors and administrators verify values."""


@transaction.atomic
def verify(*, provision: Provision, by: AnyUser, reason: str = "") -> Review:
    """Call the value verified and record who did and when.

    Raises:
        NotAnEditor: the person may not verify.
    """
    return _record(provision, Provision.ReviewState.VERIFIED, by=by, reason=reason)


@transaction.atomic
def withdraw(*, provision: Provision, by: AnyUser, reason: str = "") -> Review:
    """Call the value not verified (any more) and record who did and when.

    Raises:
        NotAnEditor: the person may not verify.
    """
    return _record(provision, Provision.ReviewState.UNVERIFIED, by=by, reason=reason)


def _record(provision: Provision, state: Provision.ReviewState, *, by: AnyUser, reason: str) -> Review:
    if not isinstance(by, User) or not is_editor(by):
        raise NotAnEditor
    Provision.objects.filter(pk=provision.pk).update(review_state=state)
    provision.review_state = state
    return Review.objects.create(provision=provision, state=state, by=by, reason=reason)
