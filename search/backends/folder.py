"""Where the embedded index lies: numbered folders, one file that names the current one, and two locks.

    current.json     {"folder": "20261124-083500-4711", "schema": "1-f5974…"}; replaced in one step
    <folder>/        one index
    write.lock       held by whoever changes the current index or makes another one current
    rebuild.lock     held by the one process that rebuilds

The kernel lets go of a lock when its holder dies, so nothing has to be cleaned up after a kill.
"""

import errno
import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from search.protocol import RebuildRunning, SearchUnavailable

PATIENCE = 20.0


@dataclass(frozen=True)
class Current:
    """The index that answers: its folder and the mark of the program that made it."""

    path: Path
    schema: str


@dataclass(frozen=True)
class IndexFolder:
    """The folder of all generations of the index."""

    root: Path

    @property
    def pointer(self) -> Path:
        """The file that names the current index."""
        return self.root / "current.json"

    def current(self) -> Current | None:
        """The current index; None if there is none yet or its folder was deleted."""
        try:
            named = json.loads(self.pointer.read_text("utf-8"))
            path = self.root / str(named["folder"])
            return Current(path, str(named["schema"])) if (path / "meta.json").exists() else None
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (ValueError, KeyError, TypeError):  # half a file: not ours, as ours is replaced in one step
            return None

    def stamp(self) -> tuple[int, ...]:
        """Changes when another index becomes current."""
        try:
            status = self.pointer.stat()
        except OSError:
            return ()
        return (status.st_mtime_ns, status.st_ino, status.st_size)

    def fresh(self) -> Path:
        """A new, empty folder for an index."""
        name = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}-{time.monotonic_ns() % 1_000_000}"
        path = self.root / name
        path.mkdir(parents=True)
        return path

    def make_current(self, path: Path, schema: str) -> None:
        """Let the index at the path answer from now on, in one step and safe against a power cut."""
        draft = self.root / f"current.{os.getpid()}.tmp"
        with draft.open("w", encoding="utf-8") as file:
            json.dump({"folder": path.name, "schema": schema}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.pointer)
        handle = os.open(self.root, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def tidy(self, *keep: Path) -> None:
        """Delete every other index: abandoned by a kill, or followed by a newer one."""
        kept = {path.name for path in keep}
        for path in self.root.iterdir():
            if path.is_dir() and path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold off all other writers.

        Raises:
            SearchUnavailable: another writer did not finish in time, or the folder cannot be written.
        """
        with self._lock("write.lock", time.monotonic() + PATIENCE) as is_held:
            if not is_held:
                raise SearchUnavailable("another process has been writing to the search index for too long")
            yield

    @contextmanager
    def rebuilding(self) -> Iterator[None]:
        """Be the one process that rebuilds.

        Raises:
            RebuildRunning: another one does.
        """
        with self._lock("rebuild.lock", 0.0) as is_held:
            if not is_held:
                raise RebuildRunning("another process is rebuilding the search index")
            yield

    @contextmanager
    def _lock(self, name: str, until: float) -> Iterator[bool]:
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.root / name, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise SearchUnavailable(f"the search index cannot be written: {error}") from error
        try:
            yield _locked(handle, until)
        finally:
            os.close(handle)  # lets go of the lock


def _locked(handle: int, until: float) -> bool:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
                raise
            if time.monotonic() >= until:
                return False
            time.sleep(0.02)
        else:
            return True
