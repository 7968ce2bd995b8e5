"""Sends to the index what changed and has not arrived yet; safe to run at any time, by a timer."""

from typing import Any

from exchange.console import DONE, SOME_FAILED, ExchangeCommand
from search import outbox
from search.protocol import SearchUnavailable


class Command(ExchangeCommand):
    help = "Send pending changes to the search index."

    def run(self, **options: Any) -> int:
        waiting, sent, error = outbox.pending().count(), 0, ""
        try:
            for number in self.progress(outbox.flush(), label="Changes"):
                sent += number
        except SearchUnavailable as unavailable:
            error = str(unavailable)
        left = outbox.pending().count()
        sentence = f"Sent {sent:,} of {waiting:,} changes; {left:,} are still pending."
        self.finish(f"{sentence} {error}".strip(), sent=sent, pending=left, error=error)
        return SOME_FAILED if left or error else DONE
