"""The list page of this room, which every installation begins with."""

from pathlib import Path

from courses.outline.models import CatalogueIndexPage
from exchange.home.founding import found_list


def found() -> CatalogueIndexPage:
    """Return the list page, made if there is none."""
    return found_list(CatalogueIndexPage, slug="courses", content=Path(__file__).with_name("founding.toml"))
