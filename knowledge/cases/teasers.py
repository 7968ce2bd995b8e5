"""What the home page shows of case studies: the newest."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.utils.translation import gettext as _

from exchange.content_i18n import own_or_fallback
from exchange.home.teasers import Teaser
from knowledge.cases.models import CaseStudyPage

NEWEST = 2


def newest(request: HttpRequest) -> Iterator[Teaser]:
    """Yield the case studies published last."""
    found = CaseStudyPage.objects.live().public().defer_streamfields().order_by("-first_published_at", "path")
    for page in found[:NEWEST]:
        title, lede = own_or_fallback(page, "title"), own_or_fallback(page, "lede")
        text = str(lede.value or "") if lede.language == title.language else ""
        yield Teaser(
            kind=_("Case study"),
            title=str(title.value),
            text=text,
            url=page.get_url(request),
            language=title.language if title.is_fallback else "",
            order=45,
        )
