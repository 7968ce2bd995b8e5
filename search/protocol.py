"""The promise of search, in types: what is indexed, what is asked, what comes back, and who keeps the promise.

Rooms above write `Document`s; the search page asks with a `Query` and shows `Results`; an `Engine` stands between.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

PAGE_SIZE: Final = 10
#: The reader may narrow a search by these; the order is the order on the search page.
FACETS: Final = ("kind", "country", "language", "branch", "year")
PUBLIC: Final = "public"


class SearchUnavailable(Exception):
    """The engine cannot answer or take changes now; nothing is lost, and asking again later helps."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """What is indexed: one object in one language that has its own text, or one page of it.

    Attributes:
        kind: course, lesson, case-study, workshop, document, glossary or page.
        group: stable key of the object; everything in one group is one hit.
        language: the language of the text, as a code of `exchange.languages`.
        title: title of the object in that language.
        body: plain text.
        path: address below the language prefix, such as "library/<uuid>/3/".
        page: number of the page in a paged document, otherwise None.
        countries: ISO 3166 alpha-2 codes.
        branches: branches of ILO Convention No. 102.
        year: year of the text, if it has one.
        audience: who may find it. One matching token is enough; an empty tuple hides it from everyone.
    """

    kind: str
    group: str
    language: str
    title: str
    body: str
    path: str
    page: int | None = None
    countries: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    year: int | None = None
    audience: tuple[str, ...] = (PUBLIC,)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Everything the index holds of one object, at one version; no documents means that it is gone.

    `key` names the object in the outbox ("library.policydocument:17"). A later version replaces an earlier one
    and never the other way round.
    """

    key: str
    version: int
    documents: tuple[Document, ...]


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What a hit must be. Inside one attribute any value is enough; all attributes must hold.

    `years` are spans with both ends included; an open end is 0 or 9999.
    """

    kind: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    branch: tuple[str, ...] = ()
    year: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, facet) for facet in FACETS)

    def without(self, facet: str) -> "Filter":
        """The same filter with one attribute left free."""
        return Filter(**{name: getattr(self, name) for name in FACETS if name != facet})

    def joined(self, other: "Filter") -> "Filter":
        """Both filters' values; each attribute keeps the order of first mention."""
        return Filter(**{name: tuple(dict.fromkeys((*getattr(self, name), *getattr(other, name)))) for name in FACETS})


@dataclass(frozen=True, kw_only=True)
class Query:
    """One question of one reader.

    Attributes:
        text: as typed; everything `search.query` understands may stand in it.
        language: what the reader reads. It chooses titles, and the order when `own_first` is set.
        filter: from the form; filters typed into the text come on top.
        audience: tokens of the reader (`search.audiences.of_user`). They hold in hits, counts and snippets alike.
        own_first: hits in the reader's language before all others.
        page: from 1.
        page_size: hits on a page.
        any_word: one word of the question is enough (used for suggestions).
    """

    text: str
    language: str
    filter: Filter = field(default_factory=Filter)
    audience: tuple[str, ...] = (PUBLIC,)
    own_first: bool = False
    page: int = 1
    page_size: int = PAGE_SIZE
    any_word: bool = False


@dataclass(frozen=True)
class Understood:
    """How one part of the text was read.

    `role` is "word", "phrase", "without" (hits must not hold it), "either" (one of several is enough) or the name
    of a facet; `text` is the part as typed, for a facet its value.
    """

    role: str
    text: str


@dataclass(frozen=True, kw_only=True)
class PageHit:
    """A page of a document on which the words stand. `snippet` is safe HTML with `<mark>`."""

    number: int
    path: str
    language: str
    snippet: str


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One object that answers.

    `title_language` and `language` (of the snippet) may differ: the title is in the reader's language where the
    object has one, the snippet in the language in which the words were found. `snippet` is safe HTML. `found_pages`
    counts all pages with the words, `pages` shows the best; `last_page` is the document's length, as far as it has
    text.
    """

    kind: str
    group: str
    title: str
    title_language: str
    path: str
    language: str
    snippet: str
    countries: tuple[str, ...]
    branches: tuple[str, ...]
    year: int | None
    score: float
    pages: tuple[PageHit, ...] = ()
    found_pages: int = 0
    last_page: int | None = None

    @property
    def more_pages(self) -> int:
        """Pages with the words beyond those shown."""
        return max(0, self.found_pages - len(self.pages))


@dataclass(frozen=True, kw_only=True)
class FacetCount:
    """How many hits there would be with this value; `chosen` if the reader has it set."""

    value: str
    count: int
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Results:
    """The answer to one query.

    `total` counts objects, `pages_found` the pages of paged documents. `facets` count objects, each facet without
    its own filter. `understood` says how the text was read. `loosened` is set when nothing held enough of the
    words and the hits hold only some of them.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    pages_found: int = 0
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    page: int = 1
    page_count: int = 0
    filter: Filter = field(default_factory=Filter)
    understood: tuple[Understood, ...] = ()
    loosened: bool = False


@dataclass(frozen=True, kw_only=True)
class State:
    """What an index says of itself; `problem` is a sentence when it must be rebuilt."""

    engine: str
    documents: int
    schema: str
    problem: str = ""


class Engine(Protocol):
    """One way to keep the promise. `tests/search/test_contract.py` asks every engine the same questions."""

    def search(self, query: Query) -> Results:
        """Answer a query, however malformed its text.

        Raises:
            SearchUnavailable: the index is missing, of another version or out of reach.
        """
        ...

    def apply(self, entries: Iterable[Entry]) -> None:
        """Write entries so that the next search sees them. Older versions than the index holds are ignored.

        Raises:
            SearchUnavailable: nothing or only a part was written; writing again is harmless.
        """
        ...

    def rebuild(self, entries: Iterable[Entry], *, catch_up: Callable[[], Iterable[Entry]] = tuple) -> int:
        """Build a new index beside the old one, which answers until the new one takes its place.

        Args:
            entries: everything there is.
            catch_up: called when writers are held off; gives what changed in the meantime.

        Returns:
            The number of documents in the new index.

        Raises:
            RebuildRunning: another process is rebuilding.
            SearchUnavailable: the new index could not be written; the old one stands.
        """
        ...

    def versions(self) -> Iterator[tuple[str, int]]:
        """Key and version of every entry that the index holds documents of.

        Raises:
            SearchUnavailable: as for `search`.
        """
        ...

    def state(self) -> State:
        """How the index is; never raises for a missing or outdated index."""
        ...


class RebuildRunning(SearchUnavailable):
    """Another process rebuilds the index at this moment."""
