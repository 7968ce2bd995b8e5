"""The embedded index as `search.answering` asks it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, cast

from tantivy import DocAddress, FieldType, Index, Query, Searcher

from search.answering import Ask, Counts, unpacked
from search.backends.compiling import BODY, one_of, row_query, text_query
from search.backends.schema import FACET_FIELDS, FIRST, schema
from search.clauses import any_part
from search.grouping import Row
from search.protocol import FACETS, Document

#: Buckets of an aggregation: more values or objects than this are not counted.
MANY: Final = 65_000
#: Two ways to count objects: one bucket each, or the engine's estimate.
EXACT: Final[dict[str, Any]] = {"terms": {"field": "group", "size": MANY}}
ESTIMATED: Final[dict[str, Any]] = {"cardinality": {"field": "group"}}


class Reader:
    """One moment of one index: whatever is written later does not change the answers."""

    def __init__(self, index: Index) -> None:
        self.searcher: Searcher = index.searcher()

    def rows(self, ask: Ask, limit: int) -> list[Row]:
        """See `search.answering.Index.rows`."""
        found = self.searcher.search(row_query(ask), limit, count=False, weight_by_field="factor").hits
        addresses = [address for _, address in found]
        if not addresses:
            return []
        groups = self.searcher.fast_field_values("group", addresses)
        pages = self.searcher.fast_field_values("page", addresses)
        rows = [
            Row(int(group or 0), int(page or 0), round(float(score), 4), address)
            for (score, address), group, page in zip(found, groups, pages, strict=True)
        ]
        # Equal scores come in the order of the disk, which a rewrite changes.
        rows.sort(key=lambda row: (-row.score, row.group, row.page))
        return rows

    def counts(self, ask: Ask) -> Counts:
        """See `search.answering.Index.counts`. Exact for some ten thousand objects, then within a few per cent."""
        try:
            return self._counts(ask, EXACT, lambda found: len(found["buckets"]))
        except ValueError:  # the engine refuses so many buckets
            return self._counts(ask, ESTIMATED, lambda found: round(found["value"]))

    def _counts(self, ask: Ask, objects: dict[str, Any], count: Callable[[Any], int]) -> Counts:
        narrowed = [facet for facet in FACETS if getattr(ask.filter, facet)]
        shape: dict[str, Any] = {facet: _by_value(facet, objects) for facet in FACETS if facet not in narrowed}
        found = self.searcher.aggregate(row_query(ask), {**shape, "objects": objects})
        for facet in narrowed:
            found |= self.searcher.aggregate(row_query(ask, skip=facet), {facet: _by_value(facet, objects)})
        facets = {
            facet: {_name(one["key"]): count(one["objects"]) for one in found[facet]["buckets"]} for facet in FACETS
        }
        return Counts(objects=count(found["objects"]), pages=self._pages(ask), facets=facets)

    def _pages(self, ask: Ask) -> int:
        part = any_part(ask.clause) if ask.clause else None
        if part is None:
            return 0
        matching = row_query(ask, _paged(), text_query(part, BODY))
        return int(self.searcher.aggregate(matching, {"pages": {"value_count": {"field": "page"}}})["pages"]["value"])

    def pages(self, ask: Ask, groups: Sequence[int]) -> Mapping[int, tuple[int, int]]:
        """See `search.answering.Index.pages`."""
        these = one_of("group", groups)
        part = any_part(ask.clause) if ask.clause else None
        if part is None:
            return {}
        per_group = {"terms": {"field": "group", "size": len(groups)}, "aggs": {"last": {"max": {"field": "page"}}}}
        matching = row_query(ask, these, _paged(), text_query(part, BODY))
        found = self.searcher.aggregate(matching, {"groups": per_group})["groups"]["buckets"]
        readable = row_query(Ask(clause=None, audience=ask.audience), these, _paged())
        whole = self.searcher.aggregate(readable, {"groups": per_group})["groups"]["buckets"]
        counted = {int(one["key"]): int(one["doc_count"]) for one in found}
        return {int(one["key"]): (counted.get(int(one["key"]), 0), int(one["last"]["value"] or 0)) for one in whole}

    def stored(self, rows: Sequence[Row]) -> list[Document]:
        """See `search.answering.Index.stored`."""
        return [self._document(cast(DocAddress, row.handle)) for row in rows]

    def heads(self, groups: Sequence[int], audience: tuple[str, ...]) -> list[Document]:
        """See `search.answering.Index.heads`."""
        query = row_query(Ask(clause=None, audience=audience), one_of("group", groups), one_of("page", [0]))
        found = self.searcher.search(query, 20 * max(1, len(groups)), count=False).hits
        return [self._document(address) for _, address in found]

    def versions(self) -> Iterator[tuple[str, int]]:
        """Key and version of every entry with documents."""
        query = one_of("first", [FIRST])
        found = self.searcher.search(query, max(1, self.searcher.num_docs), count=False).hits
        addresses = [address for _, address in found]
        versions = self.searcher.fast_field_values("version", addresses) if addresses else []
        for address, version in zip(addresses, versions, strict=True):
            yield str(self.searcher.doc(address).get_first("key")), int(version or 0)

    def version_of(self, key: str) -> int | None:
        """The version of an entry, deleted ones included; None if it was never seen."""
        query = Query.term_query(schema(), "key", key, index_option="basic")
        found = self.searcher.search(query, 1, count=False).hits
        return int(self.searcher.fast_field_values("version", [found[0][1]])[0] or 0) if found else None

    def _document(self, address: DocAddress) -> Document:
        return unpacked(bytes(self.searcher.doc(address).get_first("stored") or b"{}"))


def _paged() -> Query:
    return Query.range_query(schema(), "page", FieldType.Integer, 1, 1_000_000)


def _by_value(facet: str, objects: dict[str, Any]) -> dict[str, Any]:
    return {"terms": {"field": FACET_FIELDS[facet], "size": 1000}, "aggs": {"objects": objects}}


def _name(value: object) -> str:
    return f"{int(value):04}" if isinstance(value, int | float) else str(value)
