"""Workshops for tests: published, next week in Vientiane, in the three languages."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from courses.workshops.models import AgendaItem, WorkshopIndexPage, WorkshopMaterial, WorkshopPage
from exchange.media.models import ExchangeDocument
from tests.factories.outline import home_page

TITLES = {"title_en": "Counting contributions", "title_lo": "ການຄິດໄລ່ເງິນສົມທົບ", "title_zh_hans": "缴费计算"}


def index() -> WorkshopIndexPage:
    """The list of workshops, made on first use."""
    found = WorkshopIndexPage.objects.first()
    if found:
        return found
    page = WorkshopIndexPage(title_en="Workshops", title_lo="ສຳມະນາ", title_zh_hans="研讨班", slug="workshops")
    home_page().add_child(instance=page)
    return page


def workshop(*, days: float = 7, slug: str = "counting", **fields: Any) -> WorkshopPage:
    """A published workshop of eight hours that begins so many days from now."""
    begins = timezone.now() + timedelta(days=days)
    times = {"starts_at": begins, "ends_at": begins + timedelta(hours=8)}
    page = WorkshopPage(**({"slug": slug, "place_en": "Vientiane"} | TITLES | times | fields))
    index().add_child(instance=page)
    return page


def agenda_item(page: WorkshopPage, *, begins: str = "09:00", **fields: Any) -> AgendaItem:
    """A line of the agenda."""
    return AgendaItem.objects.create(**({"workshop": page, "begins": begins, "title_en": "Welcome"} | fields))


def document(title: str = "Slides") -> ExchangeDocument:
    """A file that holds its own title."""
    file = ContentFile(f"%PDF-1.7 {title}".encode(), name=f"{title.lower()}.pdf")
    return ExchangeDocument.objects.create(title=title, title_en=title, file=file)


def material(page: WorkshopPage, **fields: Any) -> WorkshopMaterial:
    """A file published for a workshop, for everybody unless told otherwise."""
    title = str(fields.get("title_en", "Slides"))
    values: dict[str, Any] = {"title_en": title, "file_language": "en"}
    return WorkshopMaterial.objects.create(**(values | {"workshop": page, "document": document(title)} | fields))
