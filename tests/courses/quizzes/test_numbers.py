import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.quizzes.numbers import Unreadable, read_number, write_number

LANGUAGES = ("lo", "en", "zh-hans")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("lo", "4.500.000", "4500000"),
        ("lo", "4,500,000", "4500000"),
        ("lo", "4.500.000,5", "4500000.5"),
        ("lo", "4.500", "4500"),
        ("lo", "5,5", "5.5"),
        ("lo", "5.5", "5.5"),
        ("lo", "4,500", "4500"),
        ("lo", "0,125", "0.125"),
        ("lo", "໔", "4"),
        ("lo", "໐,໕", "0.5"),
        ("lo", "໔.໕໐໐.໐໐໐", "4500000"),
        ("lo", "4 500 000", "4500000"),
        ("en", "4,500,000", "4500000"),
        ("en", "4.500", "4.5"),
        ("en", "4,5", "4.5"),
        ("en", "0.125", "0.125"),
        ("en", " +25 ", "25"),
        ("en", "60 %", "60"),
        ("en", "twenty-five", "25"),
        ("zh-hans", "４", "4"),
        ("zh-hans", "４，５００，０００", "4500000"),
        ("zh-hans", "450万", "4500000"),
        ("zh-hans", "三十五", "35"),
        ("zh-hans", "−1.5", "-1.5"),
        ("ru", "4 500 000,5", "4500000.5"),
    ],
)
def test_a_number_is_what_its_writer_means(language: str, text: str, value: str) -> None:
    assert read_number(text, language) == Decimal(value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", " ", "about four", "4 or 5", "4,5,6", "1e9", "NaN", "--4", "4%%", "1" * 61, "²"])
def test_what_is_no_single_number_is_refused(language: str, text: str) -> None:
    if text == "²":  # NFKC makes a plain 2 of it
        assert read_number(text, language) == 2
        return
    with pytest.raises(Unreadable):
        read_number(text, language)


@given(st.decimals(-(10**12), 10**12, places=3), st.sampled_from(LANGUAGES))
def test_what_a_language_writes_it_reads_again(value: Decimal, language: str) -> None:
    assert read_number(write_number(value, language), language) == value


@given(st.text(max_size=30), st.sampled_from(LANGUAGES))
def test_no_text_whatever_breaks_the_reader(text: str, language: str) -> None:
    with contextlib.suppress(Unreadable):
        assert read_number(text, language).is_finite()
