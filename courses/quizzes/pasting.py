"""Pasted text becomes question drafts: plain lists, Aiken, and the part of GIFT that trainers use.

Nothing here touches the database. Every complaint carries the line it is about, counted from 1.
"""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from courses.quizzes.checking import Problem, errors, warnings
from courses.quizzes.drafts import QuestionDraft
from courses.quizzes.pasted import aiken, gift, plain
from courses.quizzes.pasted.lines import Found

FORMATS = {"plain": plain.read, "aiken": aiken.read, "gift": gift.read}
#: Pasted text longer than this is a file, not a quiz.
LONGEST = 200_000


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """What was understood: ``drafts`` that can be stored, ``problems`` in the order of their lines."""

    format: str
    language: str
    drafts: list[QuestionDraft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was refused."""
        return not any(problem.is_error for problem in self.problems)


def parse(text: str, *, language: str, format: str = "") -> Parsed:
    """Read pasted text as questions in one language.

    Args:
        text: what stood in the box; any line ends, any of the three scripts.
        language: the language the text is written in; says also how its numbers are written.
        format: ``plain``, ``aiken`` or ``gift``; guessed from the text when empty.

    Returns:
        The drafts and the problems. A question with an error is in the problems only.

    Raises:
        KeyError: the format is none of the three.
    """
    chosen = format or guess_format(text)
    if len(text) > LONGEST:
        too_long = Problem(message=_("This is too much text at once: paste fewer questions."), line=1)
        return Parsed(format=chosen, language=language, problems=[too_long])
    found: Found = FORMATS[chosen](text.lstrip("\ufeff"), language)
    drafts, problems = [], list(found.problems)
    for draft in found.drafts:
        faults = errors(draft)
        problems += faults or warnings(draft)
        if not faults:
            drafts.append(draft)
    if not found.drafts and not problems:
        problems.append(Problem(message=_("No question was found in this text."), line=1))
    return Parsed(
        format=chosen, language=language, drafts=drafts, problems=sorted(problems, key=lambda problem: problem.line)
    )


def guess_format(text: str) -> str:
    """Name the format a text most likely has: GIFT has braces around answers, Aiken an ANSWER line."""
    if re.search(r"(?<!\\)\{[^{}]*(?<!\\)\}", text) and re.search(r"[{=~#]", text):
        return "gift"
    return "aiken" if re.search(aiken.ANSWER, text, re.MULTILINE) else "plain"


@dataclass(frozen=True, kw_only=True)
class Mismatch:
    """A question whose pasted translation does not fit: number from 1, choices there and choices here."""

    number: int
    expected: int
    given: int


def compare_shape(*, expected: list[int], given: list[int]) -> list[Mismatch]:
    """Say where a pasted translation has other numbers of choices than the questions it translates.

    Args:
        expected: number of choices of each stored question, in order.
        given: the same of the pasted text.

    Returns:
        One Mismatch per question that does not fit; a question missing on one side counts as 0 choices there
        (as -1 if it has none at all, so that a missing number question is noticed too).
    """
    longest = max(len(expected), len(given))
    left = expected + [-1] * (longest - len(expected))
    right = given + [-1] * (longest - len(given))
    pairs = enumerate(zip(left, right, strict=True), start=1)
    return [Mismatch(number=number, expected=a, given=b) for number, (a, b) in pairs if a != b]
