"""Between drafts and rows: a version becomes a draft, a draft becomes a version. Rules stand in ``authoring``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from courses.quizzes.drafts import ChoiceDraft, QuestionDraft, Texts
from courses.quizzes.models import Choice, Question, QuestionVersion
from exchange.content_i18n import text_in
from exchange.languages import SCHEMA_LANGUAGES, column


def as_draft(version: QuestionVersion) -> QuestionDraft:
    """Return a stored version as a draft, every choice with its UUID, ready to be changed and given back."""
    return QuestionDraft(
        kind=version.question.kind,
        text=_texts_of(version, "text"),
        explanation=_texts_of(version, "explanation"),
        unit=_texts_of(version, "unit"),
        points=version.points,
        numeric_value=version.numeric_value,
        tolerance=version.tolerance,
        choices=[
            ChoiceDraft(
                text=_texts_of(choice, "text"),
                feedback=_texts_of(choice, "feedback"),
                match=_texts_of(choice, "match_text"),
                is_right=choice.is_right,
                right_position=choice.right_position,
                uuid=str(choice.uuid),
            )
            for choice in version.choices.all()
        ],
    )


def _texts_of(instance: Any, field: str) -> dict[str, str]:
    texts = {language: text_in(instance, field, language) or "" for language in SCHEMA_LANGUAGES}
    return {language: text for language, text in texts.items() if text}


def _columns(field: str, texts: Texts) -> dict[str, str]:
    return {column(field, language): texts.get(language, "").strip() for language in SCHEMA_LANGUAGES}


def _version_columns(draft: QuestionDraft) -> dict[str, Any]:
    return {
        **_columns("text", draft.text),
        **_columns("explanation", draft.explanation),
        **_columns("unit", draft.unit),
    }


def _choice_columns(draft: ChoiceDraft) -> dict[str, Any]:
    return {
        **_columns("text", draft.text),
        **_columns("feedback", draft.feedback),
        **_columns("match_text", draft.match),
    }


def write_version(question: Question, draft: QuestionDraft, *, number: int) -> QuestionVersion:
    """Store a draft as the version with this number and make it the one that is asked."""
    version = QuestionVersion.objects.create(
        question=question,
        number=number,
        points=draft.points,
        numeric_value=draft.numeric_value,
        tolerance=draft.tolerance,
        **_version_columns(draft),
    )
    _write_choices(version, draft.choices)
    question.current = version
    question.save(update_fields=["current"])
    return version


def _write_choices(version: QuestionVersion, choices: Sequence[ChoiceDraft], *, keep_uuids: bool = False) -> None:
    for order, choice in enumerate(choices, start=1):
        kept = {"uuid": choice.uuid} if keep_uuids and choice.uuid else {}
        Choice.objects.create(
            version=version,
            order=order,
            is_right=choice.is_right,
            right_position=choice.right_position,
            **kept,
            **_choice_columns(choice),
        )


def rewrite(version: QuestionVersion, draft: QuestionDraft) -> QuestionVersion:
    """Store a draft over a version that no learner has seen; choices it names keep their UUIDs."""
    values = {"points": draft.points, "numeric_value": draft.numeric_value, "tolerance": draft.tolerance}
    for name, value in {**values, **_version_columns(draft)}.items():
        setattr(version, name, value)
    version.save()
    own = {str(uuid) for uuid in version.choices.values_list("uuid", flat=True)}
    version.choices.all().delete()
    known = [choice if choice.uuid in own else replace(choice, uuid="") for choice in draft.choices]
    _write_choices(version, known, keep_uuids=True)
    return version


def write_words(version: QuestionVersion, draft: QuestionDraft) -> None:
    """Store the words of a draft over those of a version, in every language; nothing else."""
    for name, value in _version_columns(draft).items():
        setattr(version, name, value)
    version.save()
    drafts = {choice.uuid: choice for choice in draft.choices}
    for choice in version.choices.all():
        for name, value in _choice_columns(drafts[str(choice.uuid)]).items():
            setattr(choice, name, value)
        choice.save()
