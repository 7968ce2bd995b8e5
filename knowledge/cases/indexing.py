"""Case studies as search Documents: one per language that has a text of its own."""

from collections.abc import Iterator

from django.db.models import QuerySet

from exchange.blocks import text_of
from exchange.content_i18n import enabled_languages, has_own_text, own_or_fallback, text_in
from knowledge.cases.models import PARTS, CaseStudyPage
from search.protocol import Document
from search.registry import key_of, searchable


def live_case_studies() -> QuerySet[CaseStudyPage]:
    """Return the case studies that may be found."""
    return CaseStudyPage.objects.live().public()


@searchable(CaseStudyPage, live=live_case_studies)
def documents(page: CaseStudyPage) -> Iterator[Document]:
    """One Document per language; figures of the key facts and sources are found too."""
    for language in enabled_languages():
        if any(has_own_text(page, field, language) for field in ("lede", *PARTS)):
            streams = [text_of(text_in(page, field, language)) for field in ("facts", *PARTS, "sources")]
            yield Document(
                kind="case-study",
                group=key_of(page),
                language=language,
                title=str(own_or_fallback(page, "title", language).value),
                body="\n".join(piece for piece in (text_in(page, "lede", language) or "", *streams) if piece),
                path=page.language_neutral_path,
                countries=tuple(sorted(country.code for country in page.countries.all())),
                branches=tuple(page.branches),
                year=page.last_year or page.first_year,
            )
