"""The attendance list: tick and undo."""

from django.db import transaction
from django.db.models import ProtectedError

from courses.workshops.models import Attendance, WorkshopPage
from exchange.accounts.models import User


class AttendanceAwarded(Exception):
    """A certificate was made on this attendance: it can no longer be undone."""


def mark(*, workshop: WorkshopPage, learner: User, by: User) -> Attendance:
    """Note that a learner was there; marking twice changes nothing."""
    attendance, _created = Attendance.objects.get_or_create(
        workshop=workshop, learner=learner, defaults={"name": str(learner), "marked_by": by}
    )
    return attendance


@transaction.atomic
def mark_name(*, workshop: WorkshopPage, name: str, by: User) -> Attendance:
    """Note that somebody without an account was there; the same name again changes nothing."""
    WorkshopPage.objects.select_for_update(of=("self",)).defer_streamfields().get(pk=workshop.pk)
    attendance, _created = Attendance.objects.get_or_create(
        workshop=workshop, learner=None, name=name, defaults={"marked_by": by}
    )
    return attendance


def undo(*, attendance: Attendance) -> None:
    """Take a mark back.

    Raises:
        AttendanceAwarded: somebody has a certificate for it.
    """
    try:
        attendance.delete()
    except ProtectedError as error:
        raise AttendanceAwarded from error
