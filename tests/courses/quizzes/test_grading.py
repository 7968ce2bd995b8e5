from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.quizzes.grading import AnswerKey, ChoiceKey, grade, points, total

LETTERS = "abcdefgh"


def several(right: str, wrong: str) -> AnswerKey:
    choices = [ChoiceKey(uuid=letter, is_right=letter in right) for letter in right + wrong]
    return AnswerKey(kind="multiple", choices=choices)


def ordered(items: str) -> AnswerKey:
    choices = [ChoiceKey(uuid=letter, position=place) for place, letter in enumerate(items, start=1)]
    return AnswerKey(kind="ordering", choices=choices)


def matched(items: str) -> AnswerKey:
    choices = [ChoiceKey(uuid=letter, match=letter.upper()) for letter in items]
    return AnswerKey(kind="matching", choices=choices)


@pytest.mark.parametrize("kind", ["single", "true-false"])
def test_the_one_right_choice_earns_all_and_any_other_nothing(kind: str) -> None:
    key = AnswerKey(kind=kind, choices=[ChoiceKey(uuid="a"), ChoiceKey(uuid="b", is_right=True)])
    assert grade(key=key, answer=["b"]) == 1
    assert grade(key=key, answer=["a"]) == 0
    assert grade(key=key, answer=None) == 0


@pytest.mark.parametrize(
    ("picked", "share"),
    [("ab", 1), ("a", Fraction(1, 2)), ("ac", Fraction(1, 6)), ("abc", Fraction(2, 3)), ("cd", 0), ("abcde", 0)],
)
def test_wrong_picks_are_subtracted_from_right_ones(picked: str, share: Fraction) -> None:
    assert grade(key=several("ab", "cde"), answer=list(picked)) == share


def test_where_every_choice_is_right_nothing_can_be_subtracted() -> None:
    assert grade(key=several("abc", ""), answer=["a"]) == Fraction(1, 3)


def test_two_pairs_exchanged_leave_half_of_four() -> None:
    assert grade(key=matched("abcd"), answer={"a": "A", "b": "B", "c": "D", "d": "C"}) == Fraction(1, 2)


def test_items_without_a_partner_in_the_answer_earn_nothing() -> None:
    assert grade(key=matched("abcd"), answer={"a": "A"}) == Fraction(1, 4)


def test_neighbours_exchanged_cost_one_pair_of_six() -> None:
    answer = {"a": 2, "b": 1, "c": 3, "d": 4}
    assert grade(key=ordered("abcd"), answer=answer) == Fraction(4, 6)


def test_two_items_on_one_place_count_for_neither_side() -> None:
    assert grade(key=ordered("abc"), answer={"a": 1, "b": 1, "c": 3}) == Fraction(2, 3)


@pytest.mark.parametrize(("number", "share"), [("60.5", 1), ("59.5", 1), ("60.51", 0), (None, 0)])
def test_a_number_counts_up_to_its_tolerance(number: str | None, share: int) -> None:
    key = AnswerKey(kind="numeric", value=Decimal(60), tolerance=Decimal("0.5"))
    assert grade(key=key, answer={"number": number}) == share


def test_a_sum_of_tenths_is_exact() -> None:
    key = AnswerKey(kind="numeric", value=Decimal("0.3"))
    assert grade(key=key, answer={"number": "0.3"}) == 1


@given(st.permutations(LETTERS[:5]))
def test_no_order_leaves_the_range_and_only_the_right_one_earns_all(places: list[str]) -> None:
    share = grade(key=ordered("abcde"), answer={item: place for place, item in enumerate(places, start=1)})
    assert 0 <= share <= 1
    assert (share == 1) == ("".join(places) == "abcde")


@given(st.sets(st.sampled_from(LETTERS)), st.integers(1, 7))
def test_more_right_picks_never_earn_less(picked: set[str], cut: int) -> None:
    right = LETTERS[:cut]
    key = several(right, LETTERS[cut:])
    with_one_more = picked | {right[0]}
    assert grade(key=key, answer=sorted(with_one_more)) >= grade(key=key, answer=sorted(picked))


@given(st.sampled_from(["single", "multiple", "true-false", "matching", "ordering", "numeric"]))
def test_a_question_left_out_earns_nothing(kind: str) -> None:
    key = AnswerKey(kind=kind, choices=[ChoiceKey(uuid="a", is_right=True, match="A", position=1)])
    assert grade(key=key, answer=None) == 0


@given(st.lists(st.tuples(st.fractions(0, 1, max_denominator=24), st.integers(1, 9)), min_size=1))
def test_the_shown_score_never_exceeds_the_exact_one(shares: list[tuple[Fraction, int]]) -> None:
    result = total(shares=shares, pass_mark=60)
    exact = sum((share * worth for share, worth in shares), Fraction(0))
    assert 0 <= exact - Fraction(result.score) < Fraction(1, 100)
    assert result.score <= result.max_score


def test_the_pass_mark_itself_passes() -> None:
    shares = [(Fraction(1), 3), (Fraction(0), 2)]
    assert total(shares=shares, pass_mark=60).passed
    assert not total(shares=shares, pass_mark=61).passed


def test_thirds_that_add_up_to_the_pass_mark_pass_although_each_is_cut() -> None:
    assert points(Fraction(1, 3), 1) == Decimal("0.33")
    assert total(shares=[(Fraction(1, 3), 1)] * 3, pass_mark=33).passed
    assert total(shares=[(Fraction(1, 3), 1)] * 3, pass_mark=33).score == Decimal("1.00")


def test_nothing_asked_is_not_passed() -> None:
    assert not total(shares=[], pass_mark=0).passed
