"""Building the index from nothing, and comparing it with the database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from search import outbox
from search.engine import get_engine
from search.models import IndexChange
from search.protocol import Document, Entry
from search.registry import all_documents, present_documents, sources

#: Version of an object that has not changed since the outbox exists.
UNCHANGED = 1


def total_objects() -> int:
    """How many objects may be found."""
    return sum(source.live().count() for source in sources())


def rebuild(documents: Iterable[tuple[str, tuple[Document, ...]]] | None = None) -> int:
    """Build a new index of everything; the old one answers until then.

    Args:
        documents: what `registry.all_documents` gives, perhaps with a progress bar around it.

    Returns:
        The number of documents in the new index.

    Raises:
        RebuildRunning: another process is at it.
        SearchUnavailable: the index could not be written; the old one stands.
    """
    known = _versions()

    def entries() -> Iterator[Entry]:
        for key, found in all_documents() if documents is None else documents:
            if found:
                yield Entry(key=key, version=known.get(key, UNCHANGED), documents=found)

    def catch_up() -> Iterator[Entry]:
        """What changed while the index was being built; writers wait meanwhile."""
        for change in IndexChange.objects.iterator():
            if known.get(change.key) != change.version:
                yield outbox.entry_of(change)

    count = get_engine().rebuild(entries(), catch_up=catch_up)
    for key, version in known.items():
        IndexChange.objects.filter(key=key, version=version, sent__lt=version).update(
            sent=version, tries=0, last_error=""
        )
    return count


def _versions() -> dict[str, int]:
    return dict(IndexChange.objects.values_list("key", "version"))


@dataclass
class Differences:
    """Where database and index disagree, by key."""

    missing: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    superfluous: list[str] = field(default_factory=list)
    pending: int = 0

    @property
    def keys(self) -> list[str]:
        """All keys that disagree."""
        return [*self.missing, *self.outdated, *self.superfluous]

    def __bool__(self) -> bool:
        return bool(self.keys or self.pending)


def compare() -> Differences:
    """Compare what should be found with what the index holds.

    Raises:
        SearchUnavailable: the index cannot be read.
    """
    indexed = dict(get_engine().versions())
    known = _versions()
    differences = Differences(pending=outbox.pending().count())
    live: set[str] = set()
    for source in sources():
        label = source.model._meta.label_lower
        live.update(f"{label}:{pk}" for pk in source.live().values_list("pk", flat=True))
    for key in sorted(live):
        if key not in indexed:
            if present_documents(key):  # an object without text of its own is rightly absent
                differences.missing.append(key)
        elif indexed[key] < known.get(key, 0):
            differences.outdated.append(key)
    differences.superfluous = sorted(set(indexed) - live)
    return differences
