"""Compares the database with the index and names what differs."""

from typing import Any

from django.core.management.base import CommandParser

from exchange.console import DONE, SOME_FAILED, ExchangeCommand
from search import outbox, rebuilding
from search.engine import get_engine
from search.protocol import SearchUnavailable

#: Keys named one by one in the sentence for people; JSON has them all.
NAMED = 20


class Command(ExchangeCommand):
    help = "Compare the search index with the database; with --repair send what differs again."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--repair", action="store_true", help="send what differs again")

    def run(self, *, repair: bool = False, **options: Any) -> int:
        state = get_engine().state()
        try:
            found = rebuilding.compare()
            if repair and found:
                outbox.keys_changed(found.keys)
                sent = sum(outbox.flush())
                self.say(f"Sent {sent:,} objects again.")
                found = rebuilding.compare()
        except SearchUnavailable as error:
            self.finish(f"The index cannot be read: {error}.", engine=state.engine, error=str(error))
            return SOME_FAILED
        lines = [f"The {state.engine} index holds {state.documents:,} rows."]
        for name in ("missing", "outdated", "superfluous"):
            keys = getattr(found, name)
            if keys:
                more = f" and {len(keys) - NAMED:,} more" if len(keys) > NAMED else ""
                lines.append(f"{name}: {len(keys):,} ({', '.join(keys[:NAMED])}{more})")
        if found.pending:
            lines.append(f"pending changes: {found.pending:,}; sync_search sends them")
        if not found:
            lines.append("It agrees with the database.")
        self.finish("\n".join(lines), engine=state.engine, rows=state.documents, agrees=not found, **vars(found))
        return SOME_FAILED if found else DONE
