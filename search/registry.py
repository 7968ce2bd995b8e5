"""Which content is searchable. The rooms above register here; the engine iterates.

A new kind of content is one function in its room's `indexing.py` and touches nothing in `search/`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from search.protocol import Document

Documents = Callable[[Any], Iterable[Document]]
D = TypeVar("D", bound=Documents)


@dataclass(frozen=True)
class Source:
    """One searchable model: its objects that may be found, and what is indexed of each."""

    model: type[Model]
    live: Callable[[], QuerySet[Any]]
    documents: Documents


_SOURCES: dict[str, Source] = {}
_LISTENERS: list[Callable[[type[Model]], None]] = []


def searchable(model: type[Model], *, live: Callable[[], QuerySet[Any]] | None = None) -> Callable[[D], D]:
    """Register a function that gives the search Documents of one object of the model.

    Args:
        model: its saves, deletions and (for pages) publications reach the index from now on.
        live: the objects that may be found at all; without it every object. It is asked again for each change, so
            that an object which leaves it leaves the index.
    """

    def register(documents: D) -> D:
        _SOURCES[model._meta.label_lower] = Source(model, live or model._default_manager.all, documents)
        for listener in _LISTENERS:
            listener(model)
        return documents

    return register


def on_registration(listener: Callable[[type[Model]], None]) -> None:
    """Call the listener for every model that is registered or will be."""
    _LISTENERS.append(listener)
    for source in _SOURCES.values():
        listener(source.model)


def sources() -> tuple[Source, ...]:
    """All registered models, in the order of their names."""
    return tuple(_SOURCES[label] for label in sorted(_SOURCES))


def source_of(model: type[Model]) -> Source | None:
    """The registration of the model or of the nearest model it descends from."""
    for ancestor in model.__mro__:
        meta = getattr(ancestor, "_meta", None)
        if meta is not None and not meta.abstract and meta.label_lower in _SOURCES:
            return _SOURCES[meta.label_lower]
    return None


def source_named(label: str) -> Source | None:
    """The registration under a label such as "library.policydocument"; None when that room is gone."""
    return _SOURCES.get(label)


def key_of(obj: Model) -> str:
    """The stable key of an object in index and outbox: "outline.lessonpage:17".

    Raises:
        LookupError: the model is not registered.
    """
    source = source_of(type(obj))
    if source is None:
        raise LookupError(f"{obj._meta.label} is not searchable")
    return f"{source.model._meta.label_lower}:{obj.pk}"


def documents_of(obj: Model) -> tuple[Document, ...]:
    """What is indexed of an object, whether or not it is live."""
    source = source_of(type(obj))
    return tuple(source.documents(obj)) if source else ()


def present_documents(key: str) -> tuple[Document, ...]:
    """What the index should hold under this key now: nothing if the object is gone, not live or unknown."""
    label, _, pk = key.partition(":")
    source = source_named(label)
    obj = source.live().filter(pk=pk).first() if source else None
    return tuple(source.documents(obj)) if source and obj is not None else ()


def all_documents() -> Iterator[tuple[str, tuple[Document, ...]]]:
    """Key and documents of everything that may be found, one object at a time."""
    for source in sources():
        for obj in source.live().iterator(chunk_size=200):
            yield f"{source.model._meta.label_lower}:{obj.pk}", tuple(source.documents(obj))
