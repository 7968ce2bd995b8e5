"""Reads the quiz form. Only what its reader changed is saved, so that two tabs wipe nothing of each other.

Fields, for question n: ``qn`` (choices or a number) or ``qn-<choice>`` (partner or place), and ``was-qn``, the mark
of the answer at the time the page was made. ``key`` names the rendering.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4, uuid5

from django.http import QueryDict
from django.utils.functional import Promise

from courses.quizzes.answers import TooManyChoices, UnknownChoice, UnreadableNumber, clean, digest
from courses.quizzes.asking import AskedQuestion
from courses.quizzes.kinds import Kind
from courses.quizzes.models import QuestionVersion


@dataclass(kw_only=True)
class Sheet:
    """What a posted form says.

    Attributes:
        changed: answers that differ from what the page showed, as they were sent.
        sent: the same as questions with these answers, for showing them.
        errors: what is wrong with the others, by number of the question.
        refused: the others as they were sent.
        has_strangers: whether there are answers to questions that the attempt does not have.
    """

    changed: dict[QuestionVersion, object] = field(default_factory=dict)
    sent: list[AskedQuestion] = field(default_factory=list)
    errors: dict[int, "str | Promise"] = field(default_factory=dict)
    refused: dict[int, object] = field(default_factory=dict)
    has_strangers: bool = False

    @property
    def is_clean(self) -> bool:
        """Whether everything that was sent could be read."""
        return not self.errors and not self.has_strangers


def read_sheet(questions: Sequence[AskedQuestion], data: QueryDict, *, language: str) -> Sheet:
    """Sort a posted form into changed answers and errors."""
    sheet = Sheet()
    names = {question.name for question in questions}
    sheet.has_strangers = any(hit[1] not in names for hit in (re.match(r"(q\d+)(?:-|$)", name) for name in data) if hit)
    for question in questions:
        if not _is_posted(question, data):
            continue
        raw = _raw(question, data)
        try:
            answer = clean(question.version, raw, language=language)
        except (UnknownChoice, TooManyChoices, UnreadableNumber) as refusal:
            sheet.errors[question.number] = refusal.message
            sheet.refused[question.number] = raw
            continue
        if digest(answer) != data.get(f"was-{question.name}"):
            sheet.changed[question.version] = raw
            sheet.sent.append(question.answered_with(answer))
    return sheet


def _is_posted(question: AskedQuestion, data: QueryDict) -> bool:
    begins = f"{question.name}-"
    return f"was-{question.name}" in data or question.name in data or any(name.startswith(begins) for name in data)


def _raw(question: AskedQuestion, data: QueryDict) -> object:
    if question.kind == Kind.NUMERIC:
        return data.get(question.name, "")
    if question.is_picked:
        return data.getlist(question.name)
    begins = f"{question.name}-"
    return {name.removeprefix(begins): data[name] for name in data if name.startswith(begins)}


def read_key(data: QueryDict) -> UUID:
    """Return the key of the rendering, or a fresh one where the form has none."""
    try:
        return UUID(data.get("key", ""))
    except ValueError:
        return uuid4()


def save_key(key: UUID, answers: Mapping[QuestionVersion, object]) -> UUID:
    """Return the key of this save: of the rendering and of what was answered on it.

    A form sent twice has the same; a form that was changed after "back" has another, and is stored too.
    """
    said = sorted((version.pk, digest(answer)) for version, answer in answers.items())
    return uuid5(key, repr(said))
