"""What is wrong, or doubtful, with a question: pure functions that the desk, pasting and import all ask.

An error keeps a question from being stored; a warning is advice that a trainer may overrule.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courses.quizzes.drafts import ChoiceDraft, QuestionDraft, first_text, languages_of
from courses.quizzes.kinds import PICK_ONE, PICKED, Kind

#: "All of the above" in the languages of the site: it rewards noticing two right choices, not knowledge.
ALL_OF_THE_ABOVE = ("all of the above", "none of the above", "ຖືກທັງໝົດ", "ຖືກທຸກຂໍ້", "以上都是", "以上全部", "以上都不是")
#: A right choice this much longer than the next one gives itself away.
LONGER = 1.5
#: …unless all choices are short anyway.
SHORT = 20


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One sentence about a question. ``line`` is set for pasted text, ``choice`` counts from 1."""

    message: "str | Promise"
    is_error: bool = True
    line: int = 0
    choice: int = 0

    def __str__(self) -> str:
        return str(self.message)


class InvalidQuestion(ValueError):
    """The question cannot be stored; ``problems`` says why, one sentence each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(str(problem) for problem in problems))
        self.problems = list(problems)


def errors(draft: QuestionDraft) -> list[Problem]:
    """Return what keeps the draft from being stored, the question's own faults first."""
    found = list(_common(draft))
    checks = {
        Kind.MATCHING: _matching,
        Kind.ORDERING: _ordering,
        Kind.NUMERIC: _numeric,
    }
    if draft.kind not in Kind.values:
        return [*found, Problem(message=_("This kind of question is not known."), line=draft.line)]
    found += checks.get(Kind(draft.kind), _picked)(draft)
    return found


def require_valid(draft: QuestionDraft) -> None:
    """Raise InvalidQuestion unless the draft can be stored."""
    found = errors(draft)
    if found:
        raise InvalidQuestion(found)


def _common(draft: QuestionDraft) -> Iterator[Problem]:
    if not languages_of(draft.text):
        yield Problem(message=_("Write the question in at least one language."), line=draft.line)
    if draft.points < 1:
        yield Problem(message=_("A question is worth at least one point."), line=draft.line)
    for number, choice in enumerate(draft.choices, start=1):
        if not languages_of(choice.text):
            yield Problem(message=_("This choice has no text."), line=draft.line, choice=number)


def _picked(draft: QuestionDraft) -> Iterator[Problem]:
    right = sum(choice.is_right for choice in draft.choices)
    if len(draft.choices) < 2:
        yield Problem(message=_("A question needs at least two choices."), line=draft.line)
    if draft.kind == Kind.TRUE_FALSE and len(draft.choices) > 2:
        yield Problem(message=_("True or false has exactly two choices."), line=draft.line)
    if right == 0:
        yield Problem(message=_("No right answer is marked."), line=draft.line)
    if draft.kind in PICK_ONE and right > 1:
        yield Problem(message=_("Only one choice can be right in this kind of question."), line=draft.line)


def _matching(draft: QuestionDraft) -> Iterator[Problem]:
    if len(draft.choices) < 2:
        yield Problem(message=_("Matching needs at least two pairs."), line=draft.line)
    for number, choice in enumerate(draft.choices, start=1):
        if not languages_of(choice.match):
            yield Problem(message=_("This item has no partner."), line=draft.line, choice=number)


def _ordering(draft: QuestionDraft) -> Iterator[Problem]:
    if len(draft.choices) < 2:
        yield Problem(message=_("Ordering needs at least two items."), line=draft.line)
    places = sorted(choice.right_position or 0 for choice in draft.choices)
    if places != list(range(1, len(places) + 1)):
        yield Problem(message=_("Give every item its own place, counted from 1."), line=draft.line)


def _numeric(draft: QuestionDraft) -> Iterator[Problem]:
    if draft.numeric_value is None:
        yield Problem(message=_("Give the number that is right."), line=draft.line)
    if draft.tolerance < 0:
        yield Problem(message=_("The tolerance cannot be below zero."), line=draft.line)
    if draft.choices:
        yield Problem(message=_("A question for a number has no choices."), line=draft.line)


def warnings(draft: QuestionDraft, *, languages: Sequence[str] = ()) -> list[Problem]:
    """Return advice: what would make the question easier to guess, unfair or incomplete.

    Args:
        draft: the question.
        languages: those in which the site is read; each without text is named as missing by ``missing_in``.
    """
    advice: list[tuple[Callable[[QuestionDraft], bool], Promise | str]] = [
        (_has_equal_choices, _("Two choices say the same.")),
        (_offers_all, _("“All of the above” can be guessed without knowing: better name the choices.")),
        (_longest_is_right, _("The right choice is much longer than the others: it gives itself away.")),
        (_explains_nothing, _("Say why the answer is right: learners read it after they submit.")),
    ]
    found = [Problem(message=text, is_error=False, line=draft.line) for holds, text in advice if holds(draft)]
    if missing_in(draft, languages):
        text = _("The question is not complete in every language.")
        found.append(Problem(message=text, is_error=False, line=draft.line))
    return found


def missing_in(draft: QuestionDraft, languages: Sequence[str]) -> list[str]:
    """Return those of the languages in which the question or one of its choices has no text."""
    sides = [draft.text, *(choice.text for choice in draft.choices)]
    sides += [choice.match for choice in draft.choices if languages_of(choice.match)]
    return [language for language in languages if any(language not in languages_of(side) for side in sides)]


def _said(choice: ChoiceDraft, language: str) -> str:
    return " ".join(choice.text.get(language, "").casefold().split())


def _has_equal_choices(draft: QuestionDraft) -> bool:
    for language in languages_of(draft.text):
        said = Counter(_said(choice, language) for choice in draft.choices)
        if any(text and times > 1 for text, times in said.items()):
            return True
    return False


def _offers_all(draft: QuestionDraft) -> bool:
    texts = [text.casefold() for choice in draft.choices for text in choice.text.values()]
    return any(phrase in text for text in texts for phrase in ALL_OF_THE_ABOVE)


def _longest_is_right(draft: QuestionDraft) -> bool:
    if draft.kind not in PICKED:
        return False
    right = [len(first_text(choice.text)) for choice in draft.choices if choice.is_right]
    wrong = [len(first_text(choice.text)) for choice in draft.choices if not choice.is_right]
    return bool(right and wrong) and min(right) > SHORT and min(right) > LONGER * max(wrong)


def _explains_nothing(draft: QuestionDraft) -> bool:
    return not languages_of(draft.explanation)
