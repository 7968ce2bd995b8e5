"""How a typed query is understood; nothing that can be typed is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.protocol import Filter
from search.query import Operand, parse


def test_words_phrases_alternatives_and_what_must_not_be_there() -> None:
    parsed = parse('pension "old age" -tax a OR b -"paid late"')
    assert parsed.words == ("pension",)
    assert parsed.phrases == ("old age",)
    assert parsed.either == ((Operand("a"), Operand("b")),)
    assert parsed.without == (Operand("tax"), Operand("paid late", exact=True))


@pytest.mark.parametrize("text", ['"社会保险"', "“社会保险”", "「社会保险」", "«社会保险»", '"社会保险'])
def test_quotation_marks_of_every_script_make_a_phrase(text: str) -> None:
    assert parse(text).phrases == ("社会保险",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("country:laos", Filter(country=("LA",))),
        ("国家：中国", Filter(country=("CN",))),
        ("ປະເທດ:ລາວ", Filter(country=("LA",))),
        ("ພາສາ:ລາວ", Filter(language=("lo",))),
        ("kind:lesson kind:course", Filter(kind=("lesson", "course"))),
        ('kind:"case study"', Filter(kind=("case-study",))),
        ("year:2018..2025", Filter(year=((2018, 2025),))),
        ("year:2025..2018", Filter(year=((2018, 2025),))),
        ("year:2018..", Filter(year=((2018, 9999),))),
    ],
)
def test_filters_are_understood_in_the_languages_of_the_site(text: str, expected: Filter) -> None:
    assert parse(text).filter == expected


@pytest.mark.parametrize(
    ("text", "words"), [("colour:red", ("colour red",)), ("kind:zebra", ("kind zebra",)), ("old-age", ("old-age",))]
)
def test_what_is_no_filter_is_words(text: str, words: tuple[str, ...]) -> None:
    parsed = parse(text)
    assert (parsed.words, parsed.filter) == (words, Filter())


@given(st.text(max_size=200))
def test_everything_is_understood_somehow(text: str) -> None:
    parsed = parse(text)
    assert all(any(c.isalnum() for c in one.text) for one in parsed.wanted)


@given(st.lists(st.sampled_from(["OR", "|", "-", '"', "a", "-b", "kind:lesson", "x:", ":", "“"]), max_size=12))
def test_signs_in_any_order_are_no_error(signs: list[str]) -> None:
    parse(" ".join(signs))
