"""The list page of this room, which every installation begins with."""

from pathlib import Path

from exchange.home.founding import found_list
from knowledge.cases.models import CaseStudyIndexPage


def found() -> CaseStudyIndexPage:
    """Return the list page, made if there is none."""
    return found_list(CaseStudyIndexPage, slug="case-studies", content=Path(__file__).with_name("founding.toml"))
