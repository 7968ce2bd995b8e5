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
    if not materials:
        drafts = _drafts_with(document)
        return not drafts or any(is_participant(user, workshop) for workshop in drafts)
    if any(each.visibility == WorkshopMaterial.Visibility.PUBLIC for each in materials):
        return True
    return any(is_participant(user, each.workshop) for each in materials)


def _drafts_with(document: ExchangeDocument) -> list[WorkshopPage]:
    """Return published workshops whose newer draft, which has no rows yet, keeps this file for participants."""
    changed = WorkshopPage.objects.filter(live=True, has_unpublished_changes=True, latest_revision__isnull=False)
    return [
        workshop
        for workshop in changed.defer_streamfields().select_related("latest_revision")
        if any(
            row.get("document") == document.pk and row.get("visibility") == WorkshopMaterial.Visibility.PARTICIPANTS
            for row in workshop.latest_revision.content.get("materials", [])
        )
    ]
