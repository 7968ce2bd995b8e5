"""What this room offers in the rooms below: links to the certificate, and a door for whoever holds one."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.certificates.models import Award
from courses.enrolments.models import Completion
from courses.outline.standing import Link
from courses.workshops.models import Attendance
from exchange.home.teasers import Teaser


def of_completion(completion: Completion) -> Iterator[Link]:
    """Yield the way to the certificate of a completed course."""
    uuid = Award.objects.filter(completion=completion).values_list("uuid", flat=True).first()
    if uuid:
        yield Link(label=_("Your certificate"), url=reverse("my_certificates:award", args=[uuid]))


def of_attendance(attendance: Attendance) -> Iterator[Link]:
    """Yield the way to the certificate of attendance, once the workshop is over."""
    if attendance.workshop.is_over:
        yield Link(label=_("Your certificate of attendance"), url=reverse("my_certificates:awards"))


def on_home_page(_request: HttpRequest) -> Iterator[Teaser]:
    """Yield the door to the verification page."""
    yield Teaser(
        kind=_("Certificates"),
        title=_("Check a certificate"),
        text=_("Type the code of a certificate and see whether it is valid, without an account."),
        url=f"{reverse('certificates:ask')}?lang={get_language()}",
        order=90,
    )
