"""Manners of every command: progress on stderr, one result on stdout, honest exit codes.

Exit codes: 0 done; 1 some items failed; 2 wrong usage or unreadable input; 4 another run holds the lock;
130 interrupted.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandParser
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

SCHEMA_VERSION = 1
DONE, SOME_FAILED, UNUSABLE, LOCKED = 0, 1, 2, 4
Item = TypeVar("Item")


class ExchangeCommand(BaseCommand):
    """A command that speaks as all others: subclasses give ``run(**options) -> int``.

    ``self.progress`` shows how far a long job is, ``self.finish`` prints the one sentence (or, with ``--json``, the
    one object) that is the result.
    """

    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """Add what every command understands; subclasses call super first."""
        parser.add_argument("--json", action="store_true", help="print the result as one JSON object on stdout")
        parser.add_argument("--quiet", action="store_true", help="no progress")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run and leave with the exit code that ``run`` returns."""
        self.as_json: bool = options.get("json", False)
        self.is_quiet: bool = options.get("quiet", False) or options.get("verbosity", 1) == 0
        code = self.run(**options)
        if code != DONE:
            sys.exit(code)

    def run(self, **options: Any) -> int:
        """Do the work and return the exit code."""
        raise NotImplementedError

    def finish(self, sentence: str, **data: Any) -> None:
        """Print the result: a sentence for people, or the data as JSON with its schema version."""
        if self.as_json:
            self.stdout.write(json.dumps({"schema": SCHEMA_VERSION, **data}, ensure_ascii=False, default=str))
        else:
            self.stdout.write(sentence)

    def say(self, sentence: str) -> None:
        """Tell people something on the way; never on stdout, never with ``--quiet``."""
        if not self.is_quiet:
            self.stderr.write(sentence)

    def progress(self, items: Iterable[Item], *, label: str, total: int | None = None) -> Iterator[Item]:
        """Yield the items while a bar on stderr shows done, total and time left (none on a pipe)."""
        console = Console(stderr=True)
        if self.is_quiet or not console.is_terminal:
            yield from items
            return
        columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True) as bar:
            yield from bar.track(items, total=total)
