"""The fields of the embedded index, and the version mark that says which program made it."""

import hashlib
from functools import cache
from typing import Any, Final

from tantivy import Schema, SchemaBuilder

from search.answering import packed
from search.protocol import Document, Entry
from search.ranking import page_factor
from search.tokens import fingerprint, index_tokens

#: Raise it when fields change.
VERSION: Final = 1
#: Engine field of each facet.
FACET_FIELDS: Final = {
    "kind": "kind",
    "country": "country",
    "language": "language",
    "branch": "branch",
    "year": "year",
}
#: `first` of a row: no first row of its entry, the first one, or the stone that remembers a deletion.
OTHER, FIRST, GONE = 0, 1, 2


@cache
def schema() -> Schema:
    """The schema. Text is cut into tokens before, so the engine only splits at spaces."""
    builder = SchemaBuilder()
    for name in ("title", "body"):
        builder.add_text_field(name, tokenizer_name="whitespace")
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("kind", "country", "language", "branch", "audience"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("version", "first", "group", "page", "year"):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_float_field("factor", fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def mark() -> str:
    """Changes with the fields and with everything that changes tokens."""
    return f"{VERSION}-{fingerprint()}"


def group_number(group: str) -> int:
    """The number of a group: 52 bits of its name, so that every process counts alike without a table."""
    return int.from_bytes(hashlib.blake2b(group.encode(), digest_size=8).digest()) >> 12


def rows(entry: Entry) -> list[dict[str, Any]]:
    """The rows of an entry; a gone object leaves one that nobody can find and that keeps its version."""
    common = {"key": entry.key, "version": entry.version}
    if not entry.documents:
        return [{**common, "first": GONE}]
    return [
        {**common, **_row(document), "first": OTHER if number else FIRST}
        for number, document in enumerate(entry.documents)
    ]


def _row(document: Document) -> dict[str, Any]:
    # The engine multiplies a score by log2(2 + factor), and the page's factor lies from 1 to 2.
    row: dict[str, Any] = {
        "title": index_tokens(document.title),
        "body": index_tokens(document.body),
        "kind": document.kind,
        "country": list(document.countries),
        "language": document.language,
        "branch": list(document.branches),
        "audience": list(document.audience),
        "group": group_number(document.group),
        "page": document.page or 0,
        "factor": 2.0 ** page_factor(document) - 2.0,
        "stored": packed(document).encode(),
    }
    if document.year is not None:
        row["year"] = document.year
    return row
