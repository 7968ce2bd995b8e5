"""Plain lists, as trainers type them.

    1. On what amount are contributions computed?
    a) The whole wage
    *b) Insurable earnings
    # feedback on the choice above
    > why the right answer is right

A star marks what is right (before the letter, before or after the text). More than one star makes multiple choice;
two choices "true" and "false" make true-false; "item -> partner" in every choice makes matching; a line
"= 4.500.000 ± 500" instead of choices asks for a number, written as the language writes it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courses.quizzes.checking import Problem
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft
from courses.quizzes.kinds import Kind
from courses.quizzes.numbers import Unreadable, read_number
from courses.quizzes.pasted.lines import MARK, Found, picked_kind, without_number

STAR = r"[*＊✓✔]"
CHOICE = re.compile(rf"^\s*(?P<before>{STAR})?\s*{MARK}\s*(?P<inside>{STAR})?\s*(?P<text>.+?)\s*(?P<after>{STAR})?\s*$")
ARROW = re.compile(r"\s*(?:->|→|⇒|=>)\s*")
NUMBER = re.compile(r"^\s*[=＝]\s*(?P<value>[^±]+?)\s*(?:(?:±|\+/-)\s*(?P<tolerance>.+?))?\s*$")


@dataclass
class _Block:
    """The lines of one question while they are gathered."""

    line: int
    words: list[str] = field(default_factory=list)
    choices: list[ChoiceDraft] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    number: tuple[Decimal, Decimal] | None = None
    is_broken: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether choices or a number stand already: the next free line begins another question."""
        return bool(self.choices) or self.number is not None


def read(text: str, language: str) -> Found:
    """Read plain lists; see the top of this file for what they may hold."""
    found = Found()
    blocks = list(_blocks(text.splitlines(), language, found))
    found.drafts = [_draft(block, language) for block in blocks if not block.is_broken]
    return found


def _blocks(lines: list[str], language: str, found: Found) -> Iterator[_Block]:
    block: _Block | None = None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        problem: str | Promise | None = None
        if block and block.words and _belongs(block, line):
            problem = _take(block, line, language)
            block.is_broken |= problem is not None
        elif CHOICE.match(line) and block is None:
            problem = _("A choice stands here before any question.")
        elif block is None or block.is_answered:
            if block:
                yield block
            block = _Block(line=number, words=[without_number(line)])
        else:
            block.words.append(line.strip())
        if problem:
            found.problems.append(Problem(message=problem, line=number))
    if block:
        yield block


def _belongs(block: _Block, line: str) -> bool:
    """Whether a line is a choice, feedback, explanation or number of this question."""
    return bool(CHOICE.match(line) or line.lstrip()[0] in "#＃>＞" or NUMBER.match(line))


def _take(block: _Block, line: str, language: str) -> "str | Promise | None":
    """Add the line to the block; return a complaint or None."""
    stripped = line.strip()
    if stripped[0] in ">＞":
        block.why.append(stripped[1:].strip())
    elif stripped[0] in "#＃":
        if not block.choices:
            return _("Feedback stands here before any choice.")
        last = block.choices[-1]
        block.choices[-1] = _with_feedback(last, stripped[1:].strip(), language)
    elif found := CHOICE.match(line):
        block.choices.append(_choice(found, language))
    elif given := NUMBER.match(line):
        try:
            tolerance = read_number(given["tolerance"], language) if given["tolerance"] else Decimal(0)
            block.number = (read_number(given["value"], language), tolerance)
        except Unreadable:
            return _("This is not a number as this language writes it.")
    return None


def _choice(found: "re.Match[str]", language: str) -> ChoiceDraft:
    words, *partner = ARROW.split(found["text"], maxsplit=1)
    starred = bool(found["before"] or found["inside"] or found["after"])
    match = {language: partner[0].strip()} if partner else {}
    return ChoiceDraft(text={language: words.strip()}, match=match, is_right=starred)


def _with_feedback(choice: ChoiceDraft, feedback: str, language: str) -> ChoiceDraft:
    joined = " ".join(filter(None, [choice.feedback.get(language, ""), feedback]))
    return ChoiceDraft(text=choice.text, match=choice.match, is_right=choice.is_right, feedback={language: joined})


def _draft(block: _Block, language: str) -> QuestionDraft:
    text, why = {language: " ".join(block.words)}, {language: " ".join(block.why)} if block.why else {}
    if block.number:
        value, tolerance = block.number
        return QuestionDraft(
            kind=Kind.NUMERIC,
            text=text,
            explanation=why,
            choices=block.choices,
            numeric_value=value,
            tolerance=tolerance,
            line=block.line,
        )
    pairs = bool(block.choices) and all(choice.match for choice in block.choices)
    kind = Kind.MATCHING if pairs else picked_kind(block.choices, language)
    choices = block.choices if pairs else [_without_match(choice, language) for choice in block.choices]
    return QuestionDraft(kind=kind, text=text, explanation=why, choices=choices, line=block.line)


def _without_match(choice: ChoiceDraft, language: str) -> ChoiceDraft:
    """An arrow in one choice only is part of its words."""
    if not choice.match:
        return choice
    words = f"{choice.text[language]} → {choice.match[language]}"
    return ChoiceDraft(text={language: words}, feedback=choice.feedback, is_right=choice.is_right)
