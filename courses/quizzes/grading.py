"""How an answer becomes points: pure functions over plain values, no database.

The rule for partial credit, chosen so that guessing everything earns nothing and half knowledge earns
something:

* **single, true-false, numeric** – all or nothing; a number counts when it lies within the tolerance.
* **multiple** – share of the right choices that were picked minus share of the wrong choices that were
  picked, never below zero. Ticking every box therefore earns 0.
* **matching** – share of the items that got their right partner. Nothing is subtracted: a wrong pair
  already costs its own share, and usually that of a second item.
* **ordering** – over all pairs of items: pairs in the right sequence minus pairs in the wrong one, divided
  by all pairs, never below zero (Kendall's tau, cut at zero). One item out of place costs its own pairs
  only, the reversed order earns 0. Items without a place, or two on the same place, count for neither.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from itertools import combinations

CENT = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class ChoiceKey:
    """What grading knows of one choice. ``match`` names the right partner, ``position`` counts from 1."""

    uuid: str
    is_right: bool = False
    match: str = ""
    position: int | None = None


@dataclass(frozen=True, kw_only=True)
class AnswerKey:
    """The right answer of one question version, free of any text."""

    kind: str
    choices: Sequence[ChoiceKey] = ()
    value: Decimal | None = None
    tolerance: Decimal = Decimal(0)


def grade(*, key: AnswerKey, answer: object) -> Fraction:
    """Give the share of the points that an answer earns, from 0 to 1.

    Args:
        key: the right answer.
        answer: a response as ``answers.py`` stores it, or None when the question was left out.

    Returns:
        An exact fraction; rounding is left to whoever shows it.

    Raises:
        KeyError: the kind of question is none of the six.
    """
    rule = RULES[key.kind]
    return Fraction(0) if not answer else rule(key, answer)


def _one(key: AnswerKey, answer: object) -> Fraction:
    right = [choice.uuid for choice in key.choices if choice.is_right]
    return Fraction(int(isinstance(answer, list) and answer == right))


def _several(key: AnswerKey, answer: object) -> Fraction:
    picked = set(answer) if isinstance(answer, list) else set()
    right = {choice.uuid for choice in key.choices if choice.is_right}
    wrong = {choice.uuid for choice in key.choices} - right
    if not right:
        return Fraction(0)
    gained = Fraction(len(picked & right), len(right))
    lost = Fraction(len(picked & wrong), len(wrong)) if wrong else Fraction(0)
    return max(Fraction(0), gained - lost)


def _pairs(key: AnswerKey, answer: object) -> Fraction:
    chosen = answer if isinstance(answer, Mapping) else {}
    items = [choice for choice in key.choices if choice.match]
    if not items:
        return Fraction(0)
    return Fraction(sum(chosen.get(item.uuid) == item.match for item in items), len(items))


def _sequence(key: AnswerKey, answer: object) -> Fraction:
    placed = answer if isinstance(answer, Mapping) else {}
    items = sorted((c for c in key.choices if c.position is not None), key=lambda c: c.position or 0)
    pairs = list(combinations(items, 2))
    if not pairs:
        return Fraction(0)
    balance = 0
    for first, second in pairs:
        here, there = placed.get(first.uuid), placed.get(second.uuid)
        if isinstance(here, int) and isinstance(there, int) and here != there:
            balance += 1 if here < there else -1
    return max(Fraction(0), Fraction(balance, len(pairs)))


def _number(key: AnswerKey, answer: object) -> Fraction:
    written = answer.get("number") if isinstance(answer, Mapping) else None
    if written is None or key.value is None:
        return Fraction(0)
    return Fraction(int(abs(Decimal(str(written)) - key.value) <= key.tolerance))


RULES = {
    "single": _one,
    "true-false": _one,
    "multiple": _several,
    "matching": _pairs,
    "ordering": _sequence,
    "numeric": _number,
}


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a whole attempt earned. ``score`` is rounded down, so that a near miss never looks like a pass."""

    score: Decimal
    max_score: Decimal
    passed: bool


def points(share: Fraction, worth: int) -> Decimal:
    """Give the points of a share, cut to two decimals."""
    exact = share * worth
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(CENT, rounding=ROUND_DOWN)


def total(*, shares: Iterable[tuple[Fraction, int]], pass_mark: int) -> Result:
    """Add up an attempt and say whether it passed.

    Args:
        shares: for every question that was asked, the share it earned and the points it is worth.
        pass_mark: per cent of all points that is needed.

    Returns:
        The result; the verdict is taken from the exact sum, before rounding. Nothing asked is not passed.
    """
    pairs = list(shares)
    worth = sum(value for _, value in pairs)
    earned = sum((share * value for share, value in pairs), Fraction(0))
    passed = worth > 0 and earned * 100 >= pass_mark * worth
    return Result(score=points(earned, 1), max_score=Decimal(worth), passed=passed)
