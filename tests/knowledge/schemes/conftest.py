"""Every test of the comparison compares three countries; its editors enter the admin without a second factor."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import override

from exchange.places.models import Country


@pytest.fixture(autouse=True)
def _three_countries(countries: dict[str, Country], settings: Any) -> Iterator[None]:
    """Lao PDR, China, Tajikistan; sentences in English, whichever page an earlier test asked for."""
    settings.EXCHANGE_DEMO = True
    with override("en"):
        yield
