"""Taking a place in a workshop, and giving it back."""

from django.db import transaction
from django.utils import timezone

from courses.workshops.models import Registration, WorkshopPage
from exchange.accounts.models import User


class WorkshopOver(Exception):
    """The workshop has ended, or is not published."""


class WorkshopFull(Exception):
    """Every place is taken."""


@transaction.atomic
def register(*, workshop: WorkshopPage, learner: User) -> Registration:
    """Take a place for the learner, or return the one they have.

    The workshop's row is locked while places are counted, so the last place is taken once.

    Raises:
        WorkshopOver: it has ended or is not published.
        WorkshopFull: every place is taken.
    """
    locked: WorkshopPage = WorkshopPage.objects.select_for_update(of=("self",)).defer_streamfields().get(pk=workshop.pk)
    standing = Registration.objects.filter(workshop=locked, learner=learner).first()
    if standing:
        return standing
    if not locked.live or timezone.now() >= locked.ends_at:
        raise WorkshopOver
    if locked.capacity is not None and locked.registrations.count() >= locked.capacity:
        raise WorkshopFull
    return Registration.objects.create(workshop=locked, learner=learner)


def unregister(*, workshop: WorkshopPage, learner: User) -> None:
    """Give the place back; nothing happens when there is none."""
    Registration.objects.filter(workshop=workshop, learner=learner).delete()
