"""What the home page shows of workshops: the next one."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.workshops.models import WorkshopPage
from courses.workshops.workshop_view import when_of
from exchange.content_i18n import own_or_fallback
from exchange.home.teasers import Teaser


def next_workshop(request: HttpRequest) -> Iterator[Teaser]:
    """Yield the workshop that takes place now or next."""
    coming = WorkshopPage.objects.live().public().defer_streamfields().filter(ends_at__gt=timezone.now())
    workshop = coming.order_by("starts_at").first()
    if workshop is None:
        return
    title = own_or_fallback(workshop, "title")
    yield Teaser(
        kind=_("Next workshop"),
        title=str(title.value),
        url=workshop.get_url(request) or "/",
        text="" if title.is_fallback else when_of(workshop).days,
        language=title.language if title.language != get_language() else "",
        order=30,
    )
