"""Numbers and dates as each language writes them."""

import datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from knowledge.schemes.wording import amount, as_of, date_of, number_in_words
from tests.factories.schemes import indicator, provision, words


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("lo", "4500000.0000", "4.500.000"),
        ("en", "4500000.0000", "4,500,000"),
        ("zh-hans", "4500000.0000", "4,500,000"),
        ("lo", "5.5000", "5,5"),
        ("en", "1070000000", "1,070,000,000"),
        ("lo", "0.0000", "0"),
    ],
)
def test_a_number_is_written_as_the_language_writes_it(language: str, number: str, written: str) -> None:
    with override(language):
        assert number_in_words(Decimal(number), "") == written


def test_a_unit_follows_the_number() -> None:
    with override("en"):
        assert number_in_words(Decimal("5.5"), "percent") == "5.5%"
        assert number_in_words(Decimal(1), "years") == "1 year"
        assert number_in_words(Decimal(105), "days") == "105 days"
        assert number_in_words(Decimal(4500000), "LAK") == "LAK 4,500,000 a month"
    with override("lo"):
        assert number_in_words(Decimal("5.5"), "percent") == "5,5%"
        assert "4.500.000" in number_in_words(Decimal(4500000), "LAK")


@pytest.mark.parametrize(("precision", "written"), [("day", "24 June 2018"), ("month", "June 2018"), ("year", "2018")])
def test_a_date_is_as_exact_as_it_is_known(precision: str, written: str) -> None:
    value = provision(number=6, as_of=datetime.date(2018, 6, 24), as_of_precision=precision)
    with override("en"):
        assert date_of(value) == written


@pytest.mark.parametrize(("language", "written"), [("lo", "2018"), ("en", "2018"), ("zh-hans", "2018年")])
def test_a_year_alone_is_written_as_the_language_writes_it(language: str, written: str) -> None:
    value = provision(number=6, as_of=datetime.date(2018, 6, 24), as_of_precision="year")
    with override(language):
        assert date_of(value) == written


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("in-force-from", "From 1 January 2017"),
        ("in-force-until", "Until 1 January 2017"),
        ("adopted", "Adopted 1 January 2017"),
        ("counted", "As of 1 January 2017"),
        ("published", "Published 1 January 2017"),
        ("seen", "Undated source, read 1 January 2017"),
    ],
)
def test_a_date_says_what_it_means(kind: str, written: str) -> None:
    with override("en"):
        assert as_of(provision(number=6, as_of_kind=kind)) == written


def test_a_text_without_a_translation_says_in_which_language_it_stands() -> None:
    value = provision(indicator=words(), text_lo="ກົດໝາຍ ເລກທີ 54/ສພຊ")
    with override("zh-hans"):
        part = amount(value)
    assert (part.value, part.language, part.is_fallback) == ("ກົດໝາຍ ເລກທີ 54/ສພຊ", "lo", True)


def test_a_number_needs_no_translation() -> None:
    with override("lo"):
        assert not amount(provision(number=6, indicator=indicator())).is_fallback
