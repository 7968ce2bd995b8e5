"""An empty engine per test, and rows to fill it with."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from search.engine import get_engine
from search.protocol import Document, Engine, Entry


@pytest.fixture
def search_folder(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """The site's own engine, writing to a folder of this test."""
    settings.EXCHANGE_VAR = tmp_path
    get_engine.cache_clear()
    yield tmp_path / "search"
    get_engine.cache_clear()


@pytest.fixture
def site_engine(search_folder: Path) -> Engine:
    """The site's engine with an empty index."""
    get_engine().rebuild([])
    return get_engine()


def document(name: str = "d", body: str = "", **fields: object) -> Document:
    """A row with everything that a test does not care about."""
    values: dict[str, object] = {
        "kind": "document",
        "group": name,
        "language": "en",
        "title": name,
        "body": body,
        "path": f"{name}/",
    }
    return Document(**{**values, **fields})  # type: ignore[arg-type]


def entry(*documents: Document, key: str = "", version: int = 1) -> Entry:
    """The entry of an object with these rows."""
    return Entry(key=key or f"test:{documents[0].group}", version=version, documents=documents)


Fill = Callable[..., Engine]
