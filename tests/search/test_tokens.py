"""What is true of the tokens of every text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from exchange.writing.fold import fold
from search.tokens import LONGEST, SEAM, SENTINEL, index_tokens
from search.units import units

# Letters of the three scripts between every kind of space and separator there is.
SPACES = "".join(
    chr(code) for code in range(0x3001) if chr(code).isspace() or unicodedata.category(chr(code))[0] == "Z"
)
ODD = SPACES + "\u200b\u200c\u200d\u2060\ufeff\x00\x1c\u0ec8\u0ec9\u0ecd\u0ebc"
TEXT = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from(ODD + "ກຂປະັນສງຄົມໜຫນຣ社会保险法aZéЁ0໒,.'’")), max_size=80
)


@given(TEXT)
def test_no_token_is_empty_too_long_or_holds_a_separator(text: str) -> None:
    for token in index_tokens(text).split(" "):
        assert token
        assert len(token.encode()) <= LONGEST
        assert not any(c.isspace() or unicodedata.category(c) in ("Zs", "Zl", "Zp", "Cc", "Cf") for c in token)


@given(TEXT)
def test_no_text_is_an_empty_field(text: str) -> None:
    assert index_tokens(text)
    assert (index_tokens(text) == SENTINEL) == (not units(text))


@given(TEXT)
def test_units_lie_in_their_order_inside_the_raw_text(text: str) -> None:
    place = 0
    for unit in units(text):
        assert place <= unit.start <= unit.end <= len(text)
        place = unit.start


@given(TEXT)
def test_a_folded_text_has_the_tokens_of_the_raw_one(text: str) -> None:
    assert index_tokens(fold(text)) == index_tokens(text)


@given(st.text(alphabet="ກຂປ", min_size=1, max_size=2000))
def test_very_long_words_are_cut_and_not_split(text: str) -> None:
    assert all(len(token.encode()) <= LONGEST for token in index_tokens(text + "ັ" * 300).split(" "))


def test_every_class_of_token_is_there_for_its_script() -> None:
    tokens = index_tokens("ສັງຄົມ 保险 Pensions ໒໐໑໘").split(" ")
    assert {"uສັ", "bສັງ", "tສັງ", "u保", "b保险", "upensions", "spension", "u2018", SEAM} <= set(tokens)
    assert not any(token.startswith("t保") for token in tokens)


def test_numbers_meet_whatever_parts_their_thousands() -> None:
    assert "u24000" in index_tokens("24,000").split(" ")
    assert "u24000" in index_tokens("24.000").split(" ")
    assert "u4.5" in index_tokens("4,5%").split(" ")
