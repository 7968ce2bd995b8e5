"""The questions of a quiz as the desk lists them: one line each, with the right answer and remarks."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from courses.quizzes.checking import Problem, missing_in, warnings
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft, first_text
from courses.quizzes.kinds import PICKED, Kind
from courses.quizzes.models import Question, Quiz
from courses.quizzes.numbers import write_number
from courses.quizzes.storing import as_draft
from exchange.content_i18n import enabled_languages
from exchange.languages import SOURCE


@dataclass(frozen=True, kw_only=True)
class Line:
    """One question of the list."""

    number: int
    question: Question
    draft: QuestionDraft
    text: str
    answer: str
    remarks: Sequence[Problem]

    @property
    def missing(self) -> list[str]:
        """Languages in which it is not complete."""
        return missing_in(self.draft, enabled_languages())


def lines_of(quiz: Quiz) -> list[Line]:
    """Return the questions in their order, in three queries however many there are."""
    rows = quiz.quiz_questions.select_related("question__current").prefetch_related("question__current__choices")
    found = [row.question for row in rows.order_by("order", "pk") if row.question.current]
    return [_line(number, question) for number, question in enumerate(found, start=1)]


def _line(number: int, question: Question) -> Line:
    version = question.current_version
    version.question = question
    draft, language = as_draft(version), get_language() or SOURCE
    return Line(
        number=number,
        question=question,
        draft=draft,
        text=first_text(draft.text, language),
        answer=right_answer(draft, language),
        remarks=warnings(draft, languages=enabled_languages()),
    )


def right_answer(draft: QuestionDraft, language: str) -> str:
    """Return the right answer in one line."""
    if draft.kind == Kind.NUMERIC and draft.numeric_value is not None:
        return f"{write_number(draft.numeric_value, language)} {first_text(draft.unit, language)}".strip()
    if draft.kind in PICKED:
        return " · ".join(first_text(choice.text, language) for choice in draft.choices if choice.is_right)
    if draft.kind == Kind.MATCHING:
        pairs = [(first_text(each.text, language), first_text(each.match, language)) for each in draft.choices]
        return " · ".join(f"{left} → {right}" for left, right in pairs)
    return " → ".join(first_text(choice.text, language) for choice in sorted(draft.choices, key=_place))


def _place(choice: ChoiceDraft) -> int:
    return choice.right_position or 0
