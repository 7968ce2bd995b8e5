"""Every test of the comparison compares three countries; its editors enter the admin without a second factor."""

from typing import Any

import pytest

from exchange.places.models import Country


@pytest.fixture(autouse=True)
def _three_countries(countries: dict[str, Country], settings: Any) -> None:
    """Lao PDR, China, Tajikistan."""
    settings.EXCHANGE_DEMO = True
