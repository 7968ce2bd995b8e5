"""A code survives being read aloud, copied by hand and typed on a phone; a slip is noticed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.certificates import codes

CODE = "7281TRCJD7GJHF8J"
symbols = st.text(alphabet=codes.ALPHABET, min_size=15, max_size=15)


def is_code(text: str) -> bool:
    try:
        codes.parse(text)
    except codes.Mistyped:
        return False
    return True


def test_a_new_code_has_sixteen_symbols_and_checks_itself() -> None:
    made = {codes.new_code() for _ in range(500)}
    assert len(made) == 500
    assert all(len(code) == 16 and is_code(code) for code in made)


@given(symbols)
def test_every_code_is_read_back_as_it_was_shown(first: str) -> None:
    code = first + codes.check_symbol(first)
    assert codes.parse(codes.shown(code)) == code


@pytest.mark.parametrize(
    "typed",
    [
        "7281-TRCJ-D7GJ-HF8J",
        "7281 trcj d7gj hf8j",
        "  7281trcjd7gjhf8j\n",
        "７２８１－ＴＲＣＪ－Ｄ７ＧＪ－ＨＦ８Ｊ",
        "7281–TRCJ—D7GJ−HF8J",
        "728L-TRCJ-D7GJ-HF8J",
        "728i-TRCJ-D7GJ-HF8J",
    ],
)
def test_case_width_hyphens_and_lookalikes_do_not_matter(typed: str) -> None:
    assert codes.parse(typed) == CODE


def test_the_letter_o_is_read_as_zero() -> None:
    code = "000000000000000" + codes.check_symbol("000000000000000")
    assert codes.parse("O" * 15 + code[-1]) == code


@pytest.mark.parametrize(
    "typed", ["", "7281", CODE[:-1], CODE + "0", "7281-TRCJ-D7GJ-HF8U", "7281-TRCJ-D7GJ-HF8!", "ໃບຢັ້ງຢືນ", "喆" * 16]
)
def test_what_is_no_code_is_mistyped(typed: str) -> None:
    with pytest.raises(codes.Mistyped):
        codes.parse(typed)


def test_every_single_wrong_symbol_is_noticed() -> None:
    errors = [
        CODE[:place] + symbol + CODE[place + 1 :]
        for place in range(len(CODE))
        for symbol in codes.ALPHABET
        if symbol != CODE[place]
    ]
    assert len(errors) == 16 * 31
    assert not [error for error in errors if is_code(error)]


def test_swapped_neighbours_are_noticed_but_for_one_pair_in_five_hundred() -> None:
    chance = random.Random(102)  # noqa: S311 - the same slips in every run
    undetected = swaps = 0
    for _ in range(400):
        first = "".join(chance.choices(codes.ALPHABET, k=15))
        code = first + codes.check_symbol(first)
        for place in range(15):
            if code[place] != code[place + 1]:
                swaps += 1
                undetected += is_code(code[:place] + code[place + 1] + code[place] + code[place + 2 :])
    assert swaps > 5000
    assert undetected / swaps < 0.004


def test_of_guesses_at_random_thirty_one_in_thirty_two_are_refused_without_a_query() -> None:
    chance = random.Random(7)  # noqa: S311 - the same guesses in every run
    passed = sum(is_code("".join(chance.choices(codes.ALPHABET, k=16))) for _ in range(5000))
    assert 0.02 < passed / 5000 < 0.045
