"""Who belongs to a workshop, and what only they may open."""

from django.db.models import Q

from courses.workshops.models import Attendance, Registration, WorkshopMaterial, WorkshopPage
from exchange.accounts.roles import AnyUser
from exchange.media.models import ExchangeDocument


def is_participant(user: AnyUser, workshop: WorkshopPage) -> bool:
    """Say whether the person has a place, was there, or runs the workshop."""
    if not user.is_authenticated:
        return False
    mine = Q(workshop=workshop.pk, learner=user.pk)
    return (
        Registration.objects.filter(mine).exists()
        or Attendance.objects.filter(mine).exists()
        or workshop.is_run_by(user)
    )


def may_open(user: AnyUser, document: ExchangeDocument) -> bool:
    """Say whether a file may be sent to this person.

    Files that only participants of a workshop may open are refused to others wherever they ask for them; a file that
    is public in one workshop, or belongs to none, is nobody's secret.
    """
    materials = list(WorkshopMaterial.objects.filter(document=document).select_related("workshop"))
    if not materials or any(each.visibility == WorkshopMaterial.Visibility.PUBLIC for each in materials):
        return True
    return any(is_participant(user, each.workshop) for each in materials)
