"""Policy documents as search Documents: one a page, so that a hit opens at its page."""

from collections.abc import Iterator

from django.db.models import QuerySet

from knowledge.library.models import Edition, PolicyDocument
from knowledge.library.visibility import audience_of
from search.protocol import Document
from search.registry import searchable


def _live() -> QuerySet[PolicyDocument]:
    return PolicyDocument.objects.filter(live=True)


@searchable(PolicyDocument, live=_live)
def documents(policy: PolicyDocument) -> Iterator[Document]:
    """One Document per page of the newest edition that could be read; without one, the title alone is found."""
    edition = policy.editions.filter(state=Edition.State.READ).order_by("-number").first()
    pages = list(edition.pages.all()) if edition else []
    audience = audience_of(policy)
    countries = tuple(policy.countries.values_list("pk", flat=True))
    for number, text in [(page.number, page.text) for page in pages] or [(1, policy.summary)]:
        yield Document(
            kind="document",
            group=f"library.policydocument:{policy.pk}",
            language=policy.language,
            title=policy.title,
            body=text,
            path=f"library/{policy.uuid}/{number}/",
            page=number if pages else None,
            countries=countries,
            branches=tuple(policy.branches),
            year=policy.year,
            audience=audience,
        )
