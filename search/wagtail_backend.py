"""Search of the admin and its choosers: a Wagtail search backend that reads Lao and Chinese.

The stock backend of SQLite splits Lao at its vowel signs and takes a Chinese sentence for one word, so that neither
title is found; PostgreSQL's has no words for them either. Here the folded text of every object stands in one
table, and a typed word is found wherever it stands in it. That reads the whole table, which is right for the some
thousands of objects of a desk; readers search through `search.engine`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection
from django.db.models import Case, CharField, IntegerField, Model, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast
from wagtail.search.backends.base import get_model_root
from wagtail.search.backends.database.fallback import (
    DatabaseSearchBackend,
    DatabaseSearchQueryCompiler,
    DatabaseSearchResults,
)
from wagtail.search.index import AutocompleteField, RelatedFields, SearchField

from exchange.writing.fold import fold
from exchange.writing.words import clusters, words
from search.models import AdminText

RANK = "search_rank"


def label_of(model: type[Model]) -> str:
    """The name under which objects of the model are kept."""
    return str(get_model_root(model)._meta.label_lower)


def key_field(model: type[Model]) -> Any:
    """The field that holds the primary key itself, past all links to parent models."""
    field: Any = model._meta.pk
    while field.remote_field:
        field = field.target_field
    return field


def stored_key(obj: Model) -> str:
    """The primary key as the database writes it."""
    return str(key_field(type(obj)).get_db_prep_value(obj.pk, connection))


class AdminQueryCompiler(DatabaseSearchQueryCompiler):
    """Typed words become conditions on the table of texts."""

    columns: tuple[str, ...] = ("title", "text")

    def get_fields_names(self) -> Iterable[str]:
        """Only titles, if only fields with titles were asked for."""
        model = self.queryset.model
        titles = {field.field_name for field in model.get_search_fields() if isinstance(field, AutocompleteField)}
        return ("title",) if self.fields and titles.issuperset(self.fields) else self.columns

    def build_single_term_filter(self, term: str) -> Q:
        """The term as typed, or all the words that an unspaced term is made of."""
        folded = fold(term)
        parts = [word for word in words(folded) if len(clusters(word)) > 1]
        condition = self._contains(folded)
        if len(parts) > 1:
            together = Q()
            for part in parts:
                together &= self._contains(part)
            condition |= together
        return condition

    def _contains(self, folded: str) -> Q:
        condition = Q()
        for name in self.fields_names:
            condition |= Q(**{f"{name}__contains": folded})
        return condition

    def check(self) -> None:
        """Nothing to refuse: unlike a separate index, the database filters and sorts by any field."""


class AdminAutocompleteCompiler(AdminQueryCompiler):
    """As somebody types in a chooser: titles only."""

    columns = ("title",)


class AdminResults(DatabaseSearchResults):
    """Objects whose text fulfils the condition, titles that begin with the words first."""

    def get_queryset(self) -> QuerySet[Any]:
        """The queryset that was searched, narrowed and in order."""
        compiler = self.query_compiler
        queryset = compiler.queryset
        condition = compiler.build_database_filter(compiler.query)
        if condition == "_NONE_":
            return queryset.none()
        if condition != "_ALL_":
            found = AdminText.objects.filter(condition, model=label_of(queryset.model))
            keys = found.annotate(key=Cast("object_id", key_field(queryset.model).__class__())).values("key")
            queryset = queryset.filter(pk__in=keys)
        if compiler.order_by_relevance:
            queryset = self._by_rank(queryset, str(getattr(compiler.query, "query_string", "")))
        elif not queryset.query.order_by:
            queryset = queryset.order_by("-pk")
        return queryset[self.start : self.stop]

    def _by_rank(self, queryset: QuerySet[Any], typed: str) -> QuerySet[Any]:
        folded = fold(typed.strip())
        rank = Case(
            When(title__startswith=folded, then=Value(0)),
            When(title__contains=folded, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
        own = AdminText.objects.filter(
            model=label_of(queryset.model), object_id=Cast(OuterRef("pk"), CharField())
        ).annotate(rank=rank)
        return queryset.annotate(**{RANK: Subquery(own.values("rank")[:1])}).order_by(RANK, "pk")


class AdminIndex:
    """The table of texts, as Wagtail's signals and commands fill it."""

    def __init__(self, backend: Any) -> None:
        self.backend = backend

    def get_key(self) -> str:
        """One index for all models."""
        return "default"

    def add_model(self, model: type[Model]) -> None:
        """Nothing to prepare."""

    def refresh(self) -> None:
        """Rows are visible at once."""

    def reset(self) -> None:
        """Forget everything."""
        AdminText.objects.all().delete()

    def add_item(self, obj: Model) -> None:
        """Write the text of one object."""
        self.add_items(type(obj), [obj])

    def add_items(self, model: type[Model], items: Iterable[Any]) -> None:
        """Write the text of many objects."""
        rows = [
            AdminText(model=label_of(model), object_id=stored_key(obj), title=_titles(obj), text=_text(obj))
            for obj in items
        ]
        AdminText.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["model", "object_id"], update_fields=["title", "text"]
        )

    def delete_item(self, obj: Model) -> None:
        """Forget one object."""
        AdminText.objects.filter(model=label_of(type(obj)), object_id=stored_key(obj)).delete()


class AdminRebuilder:
    """Makes the table anew for `wagtail_update_index`."""

    def __init__(self, index: AdminIndex) -> None:
        self.index = index

    def start(self) -> AdminIndex:
        """Begin with an empty table."""
        self.index.reset()
        return self.index

    def finish(self) -> None:
        """Nothing is left to do."""


def _titles(obj: Any) -> str:
    return _folded(_values(obj, AutocompleteField))


def _text(obj: Any) -> str:
    return _folded(_values(obj, SearchField))


def _folded(values: Iterable[str]) -> str:
    return fold("\n".join(dict.fromkeys(values)))


def _values(obj: Any, kind: type[Any]) -> Iterator[str]:
    """What the fields of one kind hold, those of related objects included."""
    for field in type(obj).get_search_fields():
        if isinstance(field, kind):
            yield from _strings(field.get_value(obj))
        elif isinstance(field, RelatedFields):
            yield from _related(field, obj, kind)


def _related(field: Any, obj: Any, kind: type[Any]) -> Iterator[str]:
    value = field.get_value(obj)
    if value is None:
        return
    for one in value.all() if hasattr(value, "all") else [value]:
        for inner in field.fields:
            if isinstance(inner, kind):
                yield from _strings(inner.get_value(one))


def _strings(value: Any) -> Iterator[str]:
    if value is None or value == "":
        return
    if isinstance(value, list | tuple | QuerySet):
        for one in value:
            yield from _strings(one)
    else:
        yield str(value)


class AdminSearchBackend(DatabaseSearchBackend):
    """Set in `WAGTAILSEARCH_BACKENDS`."""

    query_compiler_class = AdminQueryCompiler
    autocomplete_query_compiler_class = AdminAutocompleteCompiler
    index_class = AdminIndex
    results_class = AdminResults
    rebuilder_class = AdminRebuilder


SearchBackend = AdminSearchBackend
