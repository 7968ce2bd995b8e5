"""Searches from the command line, through the same code as the search page."""

import html
import re
from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser

from exchange.console import DONE, SOME_FAILED, ExchangeCommand
from exchange.languages import SCHEMA_LANGUAGES, SOURCE
from search.engine import get_engine
from search.protocol import Filter, Hit, Query, SearchUnavailable
from search.query_fields import KINDS

NOTHING = 3


class Command(ExchangeCommand):
    help = "Search the published content as a visitor who is not signed in."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("text", help="what to search; phrases, -without, OR and country:LA are understood")
        parser.add_argument("--language", default=SOURCE, choices=SCHEMA_LANGUAGES, help="what the reader reads")
        parser.add_argument("--only", choices=SCHEMA_LANGUAGES, help="only texts in this language")
        parser.add_argument("--kind", action="append", default=[], choices=KINDS, help="only this kind")
        parser.add_argument("--country", action="append", default=[], help="only this country (ISO code)")
        parser.add_argument("--limit", type=int, default=10, help="how many hits")
        parser.add_argument("--fail-if-empty", action="store_true", help="exit code 3 when nothing is found")

    def run(self, **options: Any) -> int:
        only = (options["only"],) if options["only"] else ()
        countries = tuple(code.upper() for code in options["country"])
        query = Query(
            text=options["text"],
            language=options["language"],
            filter=Filter(kind=tuple(options["kind"]), country=countries, language=only),
            page_size=max(1, options["limit"]),
        )
        try:
            results = get_engine().search(query)
        except SearchUnavailable as error:
            self.finish(f"The search engine does not answer: {error}.", error=str(error), hits=[])
            return SOME_FAILED
        lines = [_line(number, hit) for number, hit in enumerate(results.hits, 1)]
        lines.append(f"{results.total:,} hits, {results.pages_found:,} pages.")
        self.finish(
            "\n".join(lines),
            query=query.text,
            total=results.total,
            pages=results.pages_found,
            loosened=results.loosened,
            understood=[asdict(part) for part in results.understood],
            hits=[asdict(hit) for hit in results.hits],
            facets={name: {one.value: one.count for one in counts} for name, counts in results.facets.items()},
        )
        return NOTHING if options["fail_if_empty"] and not results.hits else DONE


def _line(number: int, hit: Hit) -> str:
    lines = [f"{number}. {hit.title} ({hit.kind}, {hit.language}) {hit.path}"]
    lines += [f"   p. {page.number}: {_text(page.snippet)}" for page in hit.pages]
    if hit.snippet:
        lines.append(f"   {_text(hit.snippet)}")
    return "\n".join(lines)


def _text(snippet: str) -> str:
    """A snippet without its HTML; marks become brackets."""
    return html.unescape(re.sub("</?mark>", lambda tag: "]" if "/" in tag.group() else "[", snippet))
