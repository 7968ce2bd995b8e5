"""Changes reach the index through the database: a row in the transaction of the change, the engine after commit.

Nothing is lost when the engine is away for a day: `sync_search` sends what is pending. What is sent is always the
present state of the object, never a copy from the time of the change.
"""

import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F, Model, QuerySet, Value
from django.db.models.functions import Greatest

from search.engine import get_engine
from search.models import IndexChange
from search.protocol import Entry, SearchUnavailable
from search.registry import key_of, present_documents

#: Seconds that a request waits for the engine after its commit; what is left is done by `sync_search`.
WHILE_SOMEONE_WAITS: Final = 1.0
BATCH: Final = 50
log = logging.getLogger(__name__)


def changed(obj: Model) -> None:
    """Note that a searchable object, or something its documents are made of, has changed.

    Raises:
        LookupError: the model is not registered.
    """
    keys_changed([key_of(obj)])


def keys_changed(keys: Iterable[str]) -> None:
    """Note that the objects under these keys have changed; the engine hears of it after the commit."""
    with transaction.atomic():
        for key in dict.fromkeys(keys):
            _note(key)
        # Many of these in one transaction are cheap: the first sends everything, the others find nothing to send.
        transaction.on_commit(_flush_after_commit, robust=True)


def _note(key: str) -> None:
    """Raise the version. The clock is in it, so that a restored database never falls behind its index."""
    now = time.time_ns() // 1000
    if _raise_version(key, now):
        return
    try:
        with transaction.atomic():
            IndexChange.objects.create(key=key, version=now)
    except IntegrityError:  # another transaction noted it for the first time, too
        _raise_version(key, now)


def _raise_version(key: str, now: int) -> int:
    return IndexChange.objects.filter(key=key).update(version=Greatest(F("version") + 1, Value(now)))


def pending() -> QuerySet[IndexChange]:
    """What the index has still to hear of, the oldest change first."""
    return IndexChange.objects.filter(version__gt=F("sent")).order_by("version")


def flush(*, seconds: float | None = None) -> Iterator[int]:
    """Send pending changes in batches and yield how many each batch held.

    Args:
        seconds: stop beginning batches after so long.

    Raises:
        SearchUnavailable: the engine does not take them; they stay pending, with the error noted.
    """
    until = time.monotonic() + seconds if seconds is not None else None
    tried: set[int] = set()
    while until is None or time.monotonic() < until:
        batch = list(pending().exclude(pk__in=tried)[:BATCH])
        if not batch:
            return
        tried.update(change.pk for change in batch)
        yield _send(batch)


def _send(batch: Sequence[IndexChange]) -> int:
    entries, failed = [], 0
    for change in batch:
        try:
            entries.append(entry_of(change))
        except Exception as error:  # one room's mistake must not hold up the others
            failed += 1
            log.exception("What to index of %s cannot be said.", change.key)
            _note_failure([change], error)
    sent = [change for change in batch if change.key in {entry.key for entry in entries}]
    try:
        get_engine().apply(entries)
    except SearchUnavailable as error:
        _note_failure(sent, error)
        raise
    for change in sent:
        # Not for one that changed meanwhile: its version is higher and it stays pending.
        IndexChange.objects.filter(pk=change.pk).update(
            sent=Greatest(F("sent"), Value(change.version)), tries=0, last_error=""
        )
    return len(batch) - failed


def _note_failure(changes: Sequence[IndexChange], error: Exception) -> None:
    keys = [change.pk for change in changes]
    IndexChange.objects.filter(pk__in=keys).update(tries=F("tries") + 1, last_error=str(error)[:500])


def entry_of(change: IndexChange) -> Entry:
    """The present state of what changed."""
    return Entry(key=change.key, version=change.version, documents=present_documents(change.key))


def _flush_after_commit() -> None:
    try:
        for _ in flush(seconds=WHILE_SOMEONE_WAITS):
            pass
    except SearchUnavailable as error:
        log.warning("The search engine takes no changes; they wait for sync_search: %s", error)
