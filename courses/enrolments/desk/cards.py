"""Stuck learners on the desk: enrolled, not done, and without a step for two weeks."""

import datetime
from typing import Any, Final

from django.db.models import Max, Q
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.enrolments.models import Enrolment
from courses.outline.desk.listing import own_courses
from exchange.accounts.desk import Card, CardRow
from exchange.accounts.roles import is_editor

#: Without a lesson read or an attempt begun for so long, a learner counts as stuck.
PAUSE: Final = datetime.timedelta(days=14)
#: Read no further: the card shows a few and the number of the others.
MOST: Final = 200


def stuck(user: Any, *, now: datetime.datetime) -> list[Any]:
    """Return the enrolments of a trainer's courses without a step since ``now`` minus 14 days, longest first."""
    found = Enrolment.objects.filter(completion__isnull=True).select_related("learner__profile", "course")
    if not is_editor(user):
        found = found.filter(course__in=own_courses(user).order_by().values("pk"))
    last = Greatest(
        "enrolled_at",
        Coalesce(Max("lessons_read__read_at"), "enrolled_at"),
        Coalesce(Max("attempts__attempt__started_at"), "enrolled_at"),
    )
    return list(found.annotate(last_step=last).filter(Q(last_step__lt=now - PAUSE)).order_by("last_step")[:MOST])


def card(user: Any) -> Card:
    """Return the card; a line leads to a letter to the learner."""
    now = timezone.now()
    rows = []
    for enrolment in stuck(user, now=now):
        days = (now - enrolment.last_step).days
        text = ngettext("%(course)s: no step for %(days)s day", "%(course)s: no step for %(days)s days", days)
        note = text % {"course": enrolment.course.get_admin_display_title(), "days": days}
        rows.append(CardRow(label=str(enrolment.learner), url=f"mailto:{enrolment.learner.email}", note=note))
    empty = _("No learner of your courses has paused for 14 days.")
    return Card(name="stuck", heading=_("Stuck learners"), empty=empty, order=20, rows=rows)
