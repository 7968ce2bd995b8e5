"""The list page of this room, which every installation begins with."""

from pathlib import Path

from courses.workshops.models import WorkshopIndexPage
from exchange.home.founding import found_list


def found() -> WorkshopIndexPage:
    """Return the list page, made if there is none."""
    return found_list(WorkshopIndexPage, slug="workshops", content=Path(__file__).with_name("founding.toml"))
