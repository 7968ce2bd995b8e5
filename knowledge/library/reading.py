"""What a reader sees of a page: its paragraphs with the search marked, its picture, the list of pages."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.core.cache import cache
from django.utils.safestring import SafeString

from knowledge.library.extraction.pictures import page_picture
from knowledge.library.models import Edition
from search.highlight import marked

LINE = 70
HOUR = 3600


@dataclass(frozen=True, slots=True)
class Line:
    """One page in the list of pages: its number and how it begins."""

    number: int
    beginning: str


def contents(edition: Edition) -> list[Line]:
    """Return each page with the first words that are not its running head (one query)."""
    lines = []
    for number, text in edition.pages.values_list("number", "text"):
        rows = [row.strip() for row in text.split("\n") if row.strip()]
        lines.append(Line(number, next((row for row in rows if len(row) > 12), "")[:LINE]))
    return lines


def paragraphs(text: str, query: str) -> list[SafeString]:
    """Return the page's text as paragraphs of safe HTML in which the words of the query are marked."""
    blocks = [block.strip() for block in text.split("\n") if block.strip()]
    return [SafeString(marked(block, query)) for block in blocks]


def picture(edition: Edition, number: int) -> bytes:
    """Return the page as PNG, drawn once an hour at most.

    Raises:
        IndexError: the edition has no such page.
    """
    key = f"page-picture:{edition.sha256}:{number}"
    found: bytes | None = cache.get(key)
    if found is None:
        with edition.file.open("rb") as stored, tempfile.NamedTemporaryFile(suffix=".pdf") as copy:
            copy.write(stored.read())
            copy.flush()
            found = page_picture(Path(copy.name), number)
        cache.set(key, found, HOUR)
    return found
