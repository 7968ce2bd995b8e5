"""Loads the quizzes of ``demo_content/*.toml``; again and again without harm.

One file is one quiz: ``id``, ``title``, ``instructions``, ``pass_mark``, ``attempts_allowed`` and ``[[question]]``
tables. Identifiers become UUIDs by name, so that other rooms find a quiz by ``quiz_uuid(id)``.
"""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from courses.quizzes import authoring
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft
from courses.quizzes.models import Question, QuestionBank, Quiz
from exchange.languages import SCHEMA_LANGUAGES, column

CONTENT: Final = Path(__file__).parent / "demo_content"


def quiz_uuid(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo:quiz:{name}")


def load() -> None:
    for path in sorted(CONTENT.glob("*.toml")):
        load_quiz(tomllib.loads(path.read_text(encoding="utf-8")), name=path.stem)


@transaction.atomic
def load_quiz(data: Mapping[str, Any], *, name: str) -> Quiz:
    name = data.get("id", name)
    texts = {**_columns("title", data.get("title", {})), **_columns("instructions", data.get("instructions", {}))}
    settings = {key: data[key] for key in ("pass_mark", "attempts_allowed", "shuffle_choices") if key in data}
    quiz, _created = Quiz.objects.update_or_create(uuid=quiz_uuid(name), defaults={**texts, **settings})
    bank, _created = QuestionBank.objects.update_or_create(
        uuid=uuid5(NAMESPACE_URL, f"demo:bank:{name}"), defaults={"title": data["title"]["en"]}
    )
    questions = [_load_question(row, bank, name) for row in data.get("question", [])]
    for question in questions:
        authoring.add_to_quiz(quiz=quiz, question=question)
    foreign = list(quiz.questions.exclude(pk__in=[question.pk for question in questions]).order_by("pk"))
    authoring.reorder(quiz=quiz, questions=[*questions, *foreign])
    return quiz


def _load_question(row: Mapping[str, Any], bank: QuestionBank, quiz: str) -> Question:
    uuid = uuid5(NAMESPACE_URL, f"demo:question:{quiz}:{row['id']}")
    draft = _draft(row)
    question = Question.objects.filter(uuid=uuid).first()
    if question is None:
        question = authoring.add_draft(quiz=None, bank=bank, draft=draft)
        Question.objects.filter(pk=question.pk).update(uuid=uuid)
        return question
    # Choices are met again by their order: the demo's texts may be corrected, its questions stay the same.
    standing = authoring.as_draft(question.current_version)
    known = [choice.uuid for choice in standing.choices]
    again = [_with_uuid(choice, uuid) for choice, uuid in zip(draft.choices, known, strict=False)]
    draft = _draft(row, choices=[*again, *draft.choices[len(again) :]])
    if draft != standing:
        authoring.edit_question(question=question, draft=draft)
    return question


def _draft(row: Mapping[str, Any], choices: list[ChoiceDraft] | None = None) -> QuestionDraft:
    numeric = row.get("numeric", row)
    value = numeric.get("value")
    if choices is None:
        choices = [_choice(choice) for choice in row.get("choice", [])]
    return QuestionDraft(
        kind=row["kind"],
        text=_texts(row["text"]),
        explanation=_texts(row.get("explanation", {})),
        points=row.get("points", 1),
        choices=choices,
        numeric_value=None if value is None else Decimal(str(value)),
        tolerance=Decimal(str(numeric.get("tolerance", 0))),
        unit=_texts(numeric.get("unit", {})),
    )


def _choice(row: Mapping[str, Any]) -> ChoiceDraft:
    return ChoiceDraft(
        text=_texts(row.get("text", {})),
        feedback=_texts(row.get("feedback", {})),
        match=_texts(row.get("match", {})),
        is_right=row.get("right", False),
        right_position=row.get("position"),
    )


def _with_uuid(choice: ChoiceDraft, uuid: str) -> ChoiceDraft:
    return ChoiceDraft(
        text=choice.text,
        feedback=choice.feedback,
        match=choice.match,
        is_right=choice.is_right,
        right_position=choice.right_position,
        uuid=uuid,
    )


def _texts(value: Any) -> dict[str, str]:
    """A unit may be one text for all languages ("%")."""
    if isinstance(value, str):
        return dict.fromkeys(("lo", "en", "zh-hans"), value)
    return {language: text.strip() for language, text in value.items() if text.strip()}


def _columns(field: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {column(field, code): texts[code] for code in SCHEMA_LANGUAGES if code in texts}
