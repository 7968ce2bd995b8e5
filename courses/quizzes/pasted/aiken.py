"""Aiken: a question, lettered choices, and "ANSWER: B". One right choice a question."""

import re
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from courses.quizzes.checking import Problem
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft
from courses.quizzes.pasted.lines import LETTER, MARK, Found, number_of, picked_kind, without_number

#: The keyword stays English in the format; translated ones are taken too.
ANSWER = rf"^\s*(?:ANSWER|ຄຳຕອບ|答案)\s*[:：]\s*(?P<right>{LETTER}?)\s*[.)]?\s*$"
_ANSWER, _CHOICE = re.compile(ANSWER, re.IGNORECASE), re.compile(rf"^\s*{MARK}\s*(?P<text>.+?)\s*$")


def read(text: str, language: str) -> Found:
    """Read Aiken text; a question ends with its ANSWER line."""
    found = Found()
    words: list[str] = []
    choices: list[ChoiceDraft] = []
    start = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        if not words:
            start = number
        answer, choice = _ANSWER.match(line), _CHOICE.match(line)
        if answer:
            found_one = _question(words, choices, answer["right"], start, language)
            if isinstance(found_one, QuestionDraft):
                found.drafts.append(found_one)
            else:
                found.problems.append(replace(found_one, line=number))
            words, choices = [], []
        elif choice and words:
            choices.append(ChoiceDraft(text={language: choice["text"]}))
        elif choices:
            found.problems.append(Problem(message=_("Expected a choice or the line “ANSWER: …” here."), line=number))
        else:
            words.append(without_number(line) if not words else line.strip())
    if words:
        found.problems.append(Problem(message=_("The line “ANSWER: …” of this question is missing."), line=start))
    return found


def _question(
    words: list[str], choices: list[ChoiceDraft], letter: str, start: int, language: str
) -> QuestionDraft | Problem:
    if not words:
        return Problem(message=_("An answer stands here without a question."))
    place = number_of(letter)
    if not 0 <= place < len(choices):
        return Problem(message=_("The answer names a choice that the question does not have."))
    marked = [replace(choice, is_right=index == place) for index, choice in enumerate(choices)]
    kind = picked_kind(marked, language)
    return QuestionDraft(kind=kind, text={language: " ".join(words)}, choices=marked, line=start)
