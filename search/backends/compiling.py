"""Clauses and filters become queries of tantivy."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from tantivy import FieldType, Occur, Query

from search.answering import Ask
from search.backends.schema import FACET_FIELDS, schema
from search.clauses import TITLE, AtLeast, Both, Clause, Phrase, Term
from search.protocol import FACETS, Filter

TEXT: Final = (("body", 1.0), ("title", TITLE))
BODY: Final = TEXT[:1]
Fields = Sequence[tuple[str, float]]


def text_query(clause: Clause, fields: Fields = TEXT) -> Query:
    """The query of a clause over the fields, each with its weight."""
    if isinstance(clause, Term):
        weights = [(name, clause.weight * weight) for name, weight in fields]
        return _some(
            Query.boost_query(Query.term_query(schema(), name, clause.token), weight) for name, weight in weights
        )
    if isinstance(clause, Phrase):
        return _some(
            Query.const_score_query(Query.phrase_query(schema(), name, list(clause.tokens)), clause.score * weight)
            for name, weight in fields
        )
    if isinstance(clause, AtLeast):
        options = [(Occur.Should, text_query(one, fields)) for one in clause.clauses]
        return Query.boolean_query(options, minimum_number_should_match=clause.count)
    return _both(clause, fields)


def _both(clause: Both, fields: Fields) -> Query:
    must = [(Occur.Must, text_query(one, fields)) for one in clause.must]
    if not must:
        must = [(Occur.Must, Query.const_score_query(Query.all_query(), 1.0))]
    should = [(Occur.Should, text_query(one, fields)) for one in clause.should]
    never = [(Occur.MustNot, text_query(one, fields)) for one in clause.never]
    return Query.boolean_query([*must, *should, *never])


def _some(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def row_query(ask: Ask, *more: Query, skip: str = "") -> Query:
    """Everything a row must be: what was asked, for these readers, inside the filter (one facet may be skipped)."""
    scored = text_query(ask.clause) if ask.clause else Query.const_score_query(Query.all_query(), 1.0)
    # Conditions add nothing to the score.
    conditions = [one_of("audience", ask.audience), *more]
    conditions += [_condition(facet, ask.filter) for facet in FACETS if facet != skip and getattr(ask.filter, facet)]
    unwanted = [_condition(facet, ask.unwanted) for facet in FACETS if getattr(ask.unwanted, facet)]
    return Query.boolean_query(
        [
            (Occur.Must, scored),
            *((Occur.Must, Query.const_score_query(one, 0.0)) for one in conditions),
            *((Occur.MustNot, one) for one in unwanted),
        ]
    )


def one_of(name: str, values: Sequence[Any]) -> Query:
    """Rows whose field has one of the values; none if there are no values."""
    return Query.term_set_query(schema(), name, list(values)) if values else Query.empty_query()


def _condition(facet: str, filter: Filter) -> Query:
    if facet != "year":
        return one_of(FACET_FIELDS[facet], getattr(filter, facet))
    return _some(Query.range_query(schema(), "year", FieldType.Integer, first, last) for first, last in filter.year)
