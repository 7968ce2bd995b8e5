"""The embedded engine: tantivy, an index on disk, no server.

Any number of processes read; one at a time writes, under a lock. A rebuild goes into a new folder and becomes
current in one step, while readers stay with the old one until they see the step. A kill at any moment leaves the
last committed index.
"""

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings
from tantivy import Document as EngineRow
from tantivy import Index, IndexWriter

from search.answering import answer
from search.backends.folder import IndexFolder
from search.backends.reading import Reader
from search.backends.schema import mark, rows, schema
from search.protocol import Entry, Query, Results, SearchUnavailable, State

log = logging.getLogger(__name__)
MEGABYTE: Final = 1_000_000
#: The least the engine takes: a change is a few pages.
SMALL, LARGE = 15 * MEGABYTE, 100 * MEGABYTE
#: What the engine raises for a full disk, a vanished file, a damaged index.
ENGINE_ERRORS: Final = (OSError, ValueError, RuntimeError)


class EmbeddedEngine:
    """Keeps the promise of `search.protocol.Engine` with an index below `root`."""

    def __init__(self, root: Path | None = None) -> None:
        self.folder = IndexFolder(root or settings.EXCHANGE_VAR / "search")
        self._index: Index | None = None
        self._seen: tuple[object, ...] = ()
        self._commit: tuple[int, int] = (0, 0)

    def search(self, query: Query) -> Results:
        """See the protocol."""
        reader = self._reader()
        try:
            return answer(reader, query)
        except ENGINE_ERRORS as error:
            log.exception("The search index failed at %r.", query.text)
            raise SearchUnavailable(f"the search index cannot be read: {error}") from error

    def apply(self, entries: Iterable[Entry]) -> None:
        """See the protocol. Nothing is written until all entries are; then all at once."""
        with self.folder.writing():
            self._write(self._path(), entries)

    def rebuild(self, entries: Iterable[Entry], *, catch_up: Callable[[], Iterable[Entry]] = tuple) -> int:
        """See the protocol."""
        with self.folder.rebuilding():
            old = self.folder.current()
            try:
                self.folder.tidy(*([old.path] if old else []))
                fresh = self.folder.fresh()
                self._write(fresh, entries, heap=LARGE, create=True)
                with self.folder.writing():
                    self._write(fresh, catch_up())
                    self.folder.make_current(fresh, mark())
            except ENGINE_ERRORS as error:
                raise SearchUnavailable(f"the search index could not be rebuilt: {error}") from error
            return self._reader().searcher.num_docs

    def versions(self) -> Iterator[tuple[str, int]]:
        """See the protocol."""
        return self._reader().versions()

    def state(self) -> State:
        """See the protocol."""
        problem, documents = "", 0
        try:
            documents = self._reader().searcher.num_docs
        except SearchUnavailable as error:
            problem = str(error)
        return State(engine="embedded", documents=documents, schema=mark(), problem=problem)

    def _path(self) -> Path:
        """The folder of the current index, if this program can use it."""
        current = self.folder.current()
        if current is None:
            raise SearchUnavailable("there is no search index yet: run rebuild_search")
        if current.schema != mark():
            raise SearchUnavailable("the search index was made by another version: run rebuild_search")
        return current.path

    def _reader(self) -> Reader:
        """What is in the index now. Asks the disk twice (a few microseconds) and opens only what changed."""
        try:
            stamp = (os.getpid(), self.folder.stamp())
            if self._index is None or stamp != self._seen:
                self._open()
                self._seen = stamp
            assert self._index is not None  # noqa: S101 - for the type checker
            status = (self._open_path / "meta.json").stat()
            if (commit := (status.st_mtime_ns, status.st_ino)) != self._commit:
                self._index.reload()
                self._commit = commit
            return Reader(self._index)
        except ENGINE_ERRORS as error:
            self._index = None
            raise SearchUnavailable(f"the search index cannot be read: {error}") from error
        except SearchUnavailable:
            self._index = None
            raise

    def _open(self) -> None:
        for attempt in (1, 2):
            self._open_path = self._path()
            try:
                self._index = Index.open(str(self._open_path))
                self._index.config_reader("manual")
            except ENGINE_ERRORS:
                # Between reading its name and opening it the index was followed by a newer one.
                if attempt == 2:
                    raise
            else:
                self._commit = (0, 0)
                return

    def _write(self, path: Path, entries: Iterable[Entry], *, heap: int = SMALL, create: bool = False) -> None:
        try:
            index = Index(schema(), str(path), reuse=not create) if create else Index.open(str(path))
            index.config_reader("manual")
            index.reload()
            reader = None if create else Reader(index)
            with _writer(index, heap) as writer:
                for entry in entries:
                    if reader is not None:
                        known = reader.version_of(entry.key)
                        if known is not None and known > entry.version:
                            continue
                        writer.delete_documents_by_term("key", entry.key)
                    for row in rows(entry):
                        writer.add_document(EngineRow.from_dict(row, schema()))
        except ENGINE_ERRORS as error:
            raise SearchUnavailable(f"the search index cannot be written: {error}") from error


@contextmanager
def _writer(index: Index, heap: int) -> Iterator[IndexWriter]:
    """A writer that commits at the end and changes nothing after an error. Its own lock goes with it."""
    writer = index.writer(heap, 1)
    try:
        yield writer
        writer.commit()
    finally:
        writer.wait_merging_threads()
        del writer
