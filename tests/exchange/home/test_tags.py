"""Numbers and sizes as readers see them."""

from decimal import Decimal

import pytest
from django.utils import translation

from exchange.home.templatetags.exchange_tags import file_size, short_number


@pytest.mark.parametrize(
    ("value", "language", "shown"),
    [
        ("10.50", "lo", "10,5"),
        ("10.00", "lo", "10"),
        ("0.33", "en", "0.33"),
        ("100", "zh-hans", "100"),
        ("2.666", "en", "2.67"),
    ],
)
def test_a_score_shows_the_decimals_it_has(value: str, language: str, shown: str) -> None:
    with translation.override(language):
        assert short_number(Decimal(value)) == shown


@pytest.mark.parametrize(("size", "shown"), [(None, ""), (400, "1 kB"), (38_400, "38 kB"), (2_100_000, "2,1 MB")])
def test_a_size_is_told_in_kilobytes_or_megabytes(size: int | None, shown: str) -> None:
    with translation.override("lo"):
        assert file_size(size).replace("\xa0", " ") == shown
