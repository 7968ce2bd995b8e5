"""Builds the search index from nothing, beside the one that answers."""

import time
from typing import Any

from exchange.console import DONE, LOCKED, SOME_FAILED, ExchangeCommand
from search import rebuilding
from search.protocol import RebuildRunning, SearchUnavailable
from search.registry import all_documents


class Command(ExchangeCommand):
    help = "Build a new search index beside the old one and let it take over when it is complete."

    def run(self, **options: Any) -> int:
        begun = time.monotonic()
        total = rebuilding.total_objects()
        try:
            count = rebuilding.rebuild(self.progress(all_documents(), label="Search index", total=total))
        except RebuildRunning as error:
            self.finish("Another process is rebuilding the index. Nothing was done.", error=str(error))
            return LOCKED
        except SearchUnavailable as error:
            self.finish(f"The index was not rebuilt, the old one stands: {error}.", error=str(error))
            return SOME_FAILED
        seconds = time.monotonic() - begun
        self.finish(
            f"Indexed {count:,} documents of {total:,} objects in {seconds:.1f} s.",
            documents=count,
            objects=total,
            seconds=round(seconds, 2),
        )
        return DONE
