"""The search page: one box, filters with counts, hits with the pages on which the words stand."""

from dataclasses import replace
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from exchange.languages import SOURCE
from search import audiences, presenting
from search.engine import get_engine
from search.forms import Asked, read
from search.protocol import Filter, Query, Results, SearchUnavailable

#: Glossary terms offered when nothing is found.
TERMS_OFFERED: Final = 5
#: After how many seconds it is worth asking an engine again that was away.
RETRY: Final = 30


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Answer the search in the address; an engine that is away costs the reader neither page nor typed words."""
    language = get_language() or SOURCE
    asked = read(request.GET)
    names = presenting.Names()
    context: dict[str, Any] = {"asked": asked, "chips": presenting.chips(asked, names)}
    if asked.is_empty:
        return render(request, "search/index.html", context)
    query = _query(request, asked, language)
    try:
        results = get_engine().search(query)
        terms = _glossary_terms(query) if asked.text and not results.total else []
    except SearchUnavailable:
        response = render(request, "search/index.html", {**context, "is_unavailable": True}, status=503)
        response["Retry-After"] = str(RETRY)
        return response
    context |= {
        "results": results,
        "facets": presenting.facets(results, names),
        "hits": presenting.hits(results.hits, language=language, text=asked.text, names=names),
        "terms": presenting.hits(terms, language=language, text=asked.text, names=names),
        "understood": [part for part in results.understood if part.role not in ("word", "either")],
        **_pagination(asked, results),
    }
    return render(request, "search/index.html", context)


def _query(request: HttpRequest, asked: Asked, language: str) -> Query:
    return Query(
        text=asked.text,
        language=language,
        filter=asked.filter,
        audience=audiences.of_user(request.user),
        own_first=asked.own_first,
        page=asked.page,
    )


def _glossary_terms(query: Query) -> Any:
    """Terms that hold any of the words: a way on when nothing else is found."""
    nearest = replace(query, filter=Filter(kind=("glossary",)), any_word=True, page=1, page_size=TERMS_OFFERED)
    return get_engine().search(nearest).hits


def _pagination(asked: Asked, results: Results) -> dict[str, str]:
    """Addresses of the neighbouring pages of results and of the other order."""
    other_order = replace(asked, own_first=not asked.own_first, page=1)
    return {
        "other_order": other_order.address(),
        "previous": replace(asked, page=asked.page - 1).address() if 1 < asked.page <= results.page_count else "",
        "next": replace(asked, page=asked.page + 1).address() if asked.page < results.page_count else "",
        "first": presenting.first_page(asked).address() if asked.page > results.page_count > 0 else "",
    }
