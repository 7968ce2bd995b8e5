"""Remembers under ``var/`` that a start has been prepared, and for which state of the code."""

import hashlib
from pathlib import Path
from typing import Final

from django.conf import settings

from exchange.settings import folders

#: What the demo is made of: code, migrations, content, styles.
ROOMS: Final = ("platform/exchange", "search", "courses", "knowledge")
SUFFIXES: Final = frozenset({".py", ".toml", ".html", ".css", ".js", ".svg", ".ttf", ".woff2", ".mo", ".gz", ".txt"})


class Stamp:
    """One note ``var/<name>.stamp`` that holds a checksum of size and time of every file that counts."""

    def __init__(self, name: str) -> None:
        self.path: Path = settings.EXCHANGE_VAR / f"{name}.stamp"
        self.database: Path = settings.EXCHANGE_VAR / "exchange.sqlite3"

    def is_current(self) -> bool:
        """Say whether the note stands for the code as it is now and the database is there."""
        return (
            self.database.exists() and self.path.exists() and self.path.read_text(encoding="ascii") == self.checksum()
        )

    def set(self) -> None:
        """Write the note."""
        self.path.write_text(self.checksum(), encoding="ascii")

    @staticmethod
    def checksum() -> str:
        """Return the checksum over the files of the rooms (a change of content loads the demo again)."""
        digest = hashlib.sha256()
        roots = [folders.CHECKOUT / room for room in ROOMS] if folders.IS_CHECKOUT else [folders.PACKAGE]
        for root in roots:
            for file in sorted(root.rglob("*")):
                if file.suffix in SUFFIXES:
                    state = file.stat()
                    digest.update(f"{file}:{state.st_size}:{state.st_mtime_ns}\n".encode())
        return digest.hexdigest()
