"""From a query to its results, for every engine: an engine only looks up rows, counts and stored documents."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import Protocol

from search.clauses import Clause
from search.grouping import WINDOWS, Group, Row, ordered, own_first
from search.highlight import Marker
from search.protocol import FACETS, Document, FacetCount, Filter, Hit, PageHit, Query, Results
from search.query import Parsed, parse
from search.query_fields import value_name
from search.ranking import clause_of

#: Pages of one document shown under its title, and rows looked at to find them.
PAGES_SHOWN = 3
ROWS_TRIED = 8


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One look-up: the clause (None for everything), conditions on the row, and the reader's tokens."""

    clause: Clause | None
    filter: Filter = field(default_factory=Filter)
    unwanted: Filter = field(default_factory=Filter)
    audience: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Of one look-up: objects, pages of paged documents, and objects per value of each facet."""

    objects: int
    pages: int
    facets: Mapping[str, Mapping[str, int]]


class Index(Protocol):
    """What a backend gives; everything else is shared."""

    def rows(self, ask: Ask, limit: int) -> list[Row]:
        """The best rows, from the best down."""
        ...

    def counts(self, ask: Ask) -> Counts:
        """How many objects and pages match; each facet is counted without its own filter."""
        ...

    def pages(self, ask: Ask, groups: Sequence[int]) -> Mapping[int, tuple[int, int]]:
        """Per group: pages that match in their body, and the number of its last page."""
        ...

    def stored(self, rows: Sequence[Row]) -> list[Document]:
        """The documents of the rows."""
        ...

    def heads(self, groups: Sequence[int], audience: tuple[str, ...]) -> list[Document]:
        """The documents of these groups that are no page, in every language the audience may read."""
        ...


def answer(index: Index, query: Query) -> Results:
    """Ask the index and put the answer together; see `search.protocol.Engine.search`."""
    parsed = parse(query.text)
    ask = _ask(query, parsed, any_word=query.any_word)
    page = max(1, query.page)
    empty = Results(filter=ask.filter, understood=parsed.understood, page=page)
    if ask.clause is None and not ask.filter and not parsed.unwanted:
        return empty
    rows = index.rows(ask, WINDOWS[0])
    loosened = False
    if not rows and parsed.words and not query.any_word:
        # Nothing holds most of the words. What holds some of them is better than an empty page, if it says so.
        looser = _ask(query, parsed, any_word=True)
        if rows := index.rows(looser, WINDOWS[0]):
            ask, loosened = looser, True
    counts = index.counts(ask)
    facets = _facets(counts, ask.filter)
    if not rows:
        return replace(empty, facets=facets)
    shown = _groups(index, ask, query, rows)[(page - 1) * query.page_size : page * query.page_size]
    return replace(
        empty,
        hits=_hits(index, ask, query, parsed, shown),
        total=counts.objects,
        pages_found=counts.pages,
        facets=facets,
        page_count=-(-counts.objects // query.page_size),
        loosened=loosened,
    )


def _ask(query: Query, parsed: Parsed, *, any_word: bool) -> Ask:
    return Ask(
        clause=clause_of(parsed, any_word=any_word),
        filter=query.filter.joined(parsed.filter),
        unwanted=parsed.unwanted,
        audience=query.audience,
    )


def _groups(index: Index, ask: Ask, query: Query, rows: list[Row]) -> list[Group]:
    """The groups in their order, far enough to show the page that was asked for."""
    wanted = max(1, query.page) * query.page_size
    groups = _widened(index, ask, rows, wanted)
    if not query.own_first or ask.filter.language:
        return groups
    own = replace(ask, filter=replace(ask.filter, language=(query.language,)))
    return own_first(_widened(index, own, index.rows(own, WINDOWS[0]), wanted), groups)


def _widened(index: Index, ask: Ask, rows: list[Row], wanted: int) -> list[Group]:
    groups = ordered(rows)
    for nearer, window in pairwise(WINDOWS):
        if len(groups) >= wanted or len(rows) < nearer:
            break
        rows = index.rows(ask, window)
        groups = ordered(rows)
    return groups


def _facets(counts: Counts, chosen: Filter) -> dict[str, tuple[FacetCount, ...]]:
    """Most frequent first; a chosen value stays even when nothing has it any more."""
    facets: dict[str, tuple[FacetCount, ...]] = {}
    for facet in FACETS:
        found = dict(counts.facets.get(facet, {}))
        marked = {value_name(value) for value in getattr(chosen, facet)}
        for value in marked:
            found.setdefault(value, 0)
        order = sorted(found, key=lambda value: (-int(value[:4]), value) if facet == "year" else (-found[value], value))
        facets[facet] = tuple(FacetCount(value=value, count=found[value], chosen=value in marked) for value in order)
    return facets


def _hits(index: Index, ask: Ask, query: Query, parsed: Parsed, groups: Sequence[Group]) -> tuple[Hit, ...]:
    numbers = [group.number for group in groups]
    heads: dict[str, list[Document]] = {}
    for document in index.heads(numbers, query.audience):
        heads.setdefault(document.group, []).append(document)
    pages = index.pages(ask, numbers)
    marker = Marker(parsed.wanted)
    hits = []
    for group in groups:
        documents = index.stored(group.rows[:ROWS_TRIED])
        counted = pages.get(group.number, (0, 0))
        hits.append(_hit(documents, heads.get(documents[0].group, []), group.score, counted, query, marker))
    return tuple(hits)


def _hit(
    documents: Sequence[Document],
    heads: Sequence[Document],
    score: float,
    counted: tuple[int, int],
    query: Query,
    marker: Marker,
) -> Hit:
    best = documents[0]
    named = _in_language(heads or documents, query.language, best.language)
    found, last_page = counted
    pages = _page_hits(documents, marker) if found else ()
    told = best if pages else next((one for one in documents if marker.finds(one.body)), best)
    return Hit(
        kind=best.kind,
        group=best.group,
        title=named.title,
        title_language=named.language,
        path=named.path,
        language=told.language,
        snippet="" if pages else marker.snippet(told.body),
        countries=named.countries,
        branches=named.branches,
        year=named.year,
        score=score,
        pages=pages,
        found_pages=max(found, len(pages)),
        last_page=last_page or None,
    )


def _in_language(documents: Iterable[Document], *languages: str) -> Document:
    """The document in the first of the languages that there is, otherwise the first document."""
    by_language: dict[str, Document] = {}
    for document in documents:
        by_language.setdefault(document.language, document)
    return next((by_language[one] for one in languages if one in by_language), next(iter(by_language.values())))


def _page_hits(documents: Sequence[Document], marker: Marker) -> tuple[PageHit, ...]:
    found = (one for one in documents if one.page is not None and marker.finds(one.body))
    return tuple(
        PageHit(number=one.page or 0, path=one.path, language=one.language, snippet=marker.snippet(one.body))
        for one in islice(found, PAGES_SHOWN)
    )


def packed(document: Document) -> str:
    """A document as an engine stores it."""
    return json.dumps(vars(document), ensure_ascii=False)


def unpacked(stored: str | bytes) -> Document:
    """A document as it was packed."""
    values = json.loads(stored)
    for name in ("countries", "branches", "audience"):
        values[name] = tuple(values[name])
    return Document(**values)
