"""What a reader asked for, read from the address of the search page; whatever cannot be understood is left out."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from search.protocol import FACETS, Filter
from search.query import LONGEST
from search.query_fields import value_name, value_of

OWN_FIRST, BEST_FIRST = "own", "best"
LAST_PAGE = 1000


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The state of the search form."""

    text: str = ""
    filter: Filter
    own_first: bool = True
    page: int = 1

    @property
    def is_empty(self) -> bool:
        """Nothing was asked yet."""
        return not (self.text or self.filter)

    def address(self) -> str:
        """The part of the address after the path, beginning with a question mark."""
        pairs = [("q", self.text)]
        pairs += [(facet, value_name(value)) for facet in FACETS for value in getattr(self.filter, facet)]
        if not self.own_first:
            pairs.append(("order", BEST_FIRST))
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return f"?{urlencode(pairs)}"

    def without(self, facet: str, value: str) -> "Asked":
        """The same search with one value of one filter taken away."""
        kept = tuple(one for one in getattr(self.filter, facet) if value_name(one) != value)
        changed: dict[str, Any] = {facet: kept}
        return replace(self, filter=replace(self.filter, **changed), page=1)


def read(data: QueryDict) -> Asked:
    """Read the address."""
    values = {
        facet: tuple(dict.fromkeys(value for written in data.getlist(facet) for value in value_of(facet, written)))
        for facet in FACETS
    }
    filter: Any = Filter(**values)  # type: ignore[arg-type]
    text = " ".join(data.get("q", "").replace("\x00", " ").split())[:LONGEST]
    return Asked(text=text, filter=filter, own_first=data.get("order") != BEST_FIRST, page=_page(data.get("page", "")))


def _page(written: str) -> int:
    return min(int(written), LAST_PAGE) if written.isascii() and written.isdigit() and int(written) else 1
