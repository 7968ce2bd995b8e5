"""Workshops as search Documents: one per language that has a text of its own."""

from collections.abc import Iterator

from django.db.models import QuerySet

from courses.workshops.models import WorkshopPage
from exchange.blocks import text_of
from exchange.content_i18n import enabled_languages, has_own_text, own_or_fallback, text_in
from search.protocol import Document
from search.registry import key_of, searchable


def live_workshops() -> QuerySet[WorkshopPage]:
    """Return the workshops that may be found."""
    return WorkshopPage.objects.live().public()


@searchable(WorkshopPage, live=live_workshops)
def documents_of_workshop(workshop: WorkshopPage) -> Iterator[Document]:
    """One Document per language: summary, text, agenda and the titles of its materials."""
    agenda, materials = list(workshop.agenda.all()), list(workshop.materials.all())
    for language in enabled_languages():
        if not any(has_own_text(workshop, field, language) for field in ("intro", "body")):
            continue
        pieces = [
            text_in(workshop, "intro", language),
            text_of(text_in(workshop, "body", language)),
            text_in(workshop, "place", language),
            *(text_in(item, "title", language) for item in agenda),
            *dict.fromkeys(text_in(material, "title", language) for material in materials),
        ]
        yield Document(
            kind="workshop",
            group=key_of(workshop),
            language=language,
            title=str(own_or_fallback(workshop, "title", language).value),
            body="\n".join(str(piece) for piece in pieces if piece),
            path=workshop.language_neutral_path,
            countries=(workshop.country_id,) if workshop.country_id else (),
            year=workshop.starts_at.year,
        )
