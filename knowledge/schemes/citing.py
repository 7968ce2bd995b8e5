"""From a citation to the page it names, in the language of the reader and only if they may read it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max
from django.urls import reverse

from exchange.accounts.roles import AnyUser
from exchange.languages import SCHEMA_LANGUAGES, SOURCE
from knowledge.library.models import PolicyDocument
from knowledge.library.visibility import visible_to
from knowledge.schemes.models import Citation, Provision


@dataclass(frozen=True, slots=True)
class CitedPage:
    """A page where a value can be read. ``is_replaced``: the document has a newer edition than the one cited."""

    document: PolicyDocument
    page: int
    url: str
    is_replaced: bool


def for_reader(documents: Sequence[PolicyDocument], language: str) -> PolicyDocument:
    """Return the document in the reader's language, else in the source language, else the first there is."""
    order = [language, SOURCE, *SCHEMA_LANGUAGES]
    return min(documents, key=lambda document: order.index(document.language))


def cited_pages(provisions: Iterable[Provision], *, user: AnyUser, language: str) -> dict[int, CitedPage]:
    """Return the page to show for each provision, by its key; nothing for one whose document is out of reach.

    One query for any number of provisions, whose citations were read before.
    """
    cited = {provision.pk: list(provision.citations.all()) for provision in provisions}
    wanted = {citation.document_uuid for citations in cited.values() for citation in citations}
    if not wanted:
        return {}
    known = visible_to(user).filter(uuid__in=wanted).annotate(latest=Max("editions__number"))
    documents = {document.uuid: document for document in known}
    pages = {key: _best(citations, documents, language) for key, citations in cited.items()}
    return {key: page for key, page in pages.items() if page is not None}


def _best(citations: list[Citation], documents: dict[UUID, PolicyDocument], language: str) -> CitedPage | None:
    within_reach = {citation.document_uuid: citation for citation in citations if citation.document_uuid in documents}
    if not within_reach:
        return None
    document = for_reader([documents[uuid] for uuid in within_reach], language)
    citation = within_reach[document.uuid]
    is_replaced = citation.edition != document.latest
    url = reverse("library:page", args=[document.uuid, citation.page])
    if is_replaced:
        url += f"?edition={citation.edition}"
    return CitedPage(document, citation.page, url, is_replaced)
