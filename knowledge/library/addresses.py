"""The library's addresses in the map for search engines: what everybody may read, and nothing else."""

from collections.abc import Iterator

from exchange import sitemaps
from knowledge.library.models import PolicyDocument


@sitemaps.register
def public_documents() -> Iterator[sitemaps.Entry]:
    """Return the list and each public document."""
    yield sitemaps.Entry("library/", None)
    documents = PolicyDocument.objects.filter(live=True, visibility=PolicyDocument.Visibility.PUBLIC)
    for uuid, changed in documents.values_list("uuid", "last_published_at"):
        yield sitemaps.Entry(f"library/{uuid}/", changed)
