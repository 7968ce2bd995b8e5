"""What a trainer does with questions: add, edit, correct, order, take out. Every verb is one transaction.

All of them take texts by language, ``{"lo": "…", "en": "…", "zh-hans": "…"}``, and check a question before they
store it (``checking.InvalidQuestion`` says what is wrong, sentence by sentence).
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from courses.quizzes.checking import InvalidQuestion, Problem, require_valid
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft, Texts, languages_of
from courses.quizzes.kinds import Kind
from courses.quizzes.models import Choice, Question, QuestionBank, QuestionVersion, Quiz, QuizQuestion
from courses.quizzes.pasting import Mismatch, compare_shape
from exchange.content_i18n import text_in
from exchange.languages import SCHEMA_LANGUAGES, SOURCE, column


class KindIsFixed(InvalidQuestion):
    """A question that was asked keeps its kind."""

    def __init__(self) -> None:
        super().__init__([Problem(message=_("Learners have answered this question: its kind cannot change."))])


@transaction.atomic
def add_question(
    *,
    quiz: Quiz | None,
    bank: QuestionBank | None = None,
    kind: str,
    texts: Texts,
    explanation: Texts | None = None,
    choices: Sequence[ChoiceDraft] = (),
    points: int = 1,
    numeric_value: Decimal | None = None,
    tolerance: Decimal = Decimal(0),
    unit: Texts | None = None,
    position: int | None = None,
) -> Question:
    """Write a question into a bank and, if a quiz is given, into that quiz.

    Args:
        quiz: where it is asked; None for the bank alone.
        bank: where it is kept; that of the quiz (``bank_of``) when None.
        kind: one of ``kinds.Kind``.
        texts: the question by language.
        explanation: why the answer is right, by language.
        choices: the choices in their order.
        points: what the question is worth.
        numeric_value: the right number of a numeric question.
        tolerance: how far a number may be off.
        unit: unit of the number, by language.
        position: place in the quiz from 1; at the end when None.

    Raises:
        InvalidQuestion: nothing was stored.
        ValueError: neither quiz nor bank was given.
    """
    draft = QuestionDraft(
        kind=kind,
        text=texts,
        explanation=explanation or {},
        choices=choices,
        points=points,
        numeric_value=numeric_value,
        tolerance=tolerance,
        unit=unit or {},
    )
    return add_draft(quiz=quiz, bank=bank, draft=draft, position=position)


@transaction.atomic
def add_draft(
    *, quiz: Quiz | None, bank: QuestionBank | None = None, draft: QuestionDraft, position: int | None = None
) -> Question:
    """Do the same as ``add_question`` with a draft, e.g. one that was pasted."""
    require_valid(draft)
    if bank is None:
        if quiz is None:
            raise ValueError("A question needs a quiz or a bank.")
        bank = bank_of(quiz)
    question = Question.objects.create(bank=bank, kind=draft.kind)
    _write_version(question, draft, number=1)
    if quiz is not None:
        add_to_quiz(quiz=quiz, question=question, position=position)
    return question


def bank_of(quiz: Quiz) -> QuestionBank:
    """Return the bank most questions of the quiz are from, or make one that bears its title."""
    banks = list(quiz.quiz_questions.values_list("question__bank", flat=True))
    if banks:
        return QuestionBank.objects.get(pk=max(set(banks), key=banks.count))
    return QuestionBank.objects.create(title=str(quiz)[:200])


@transaction.atomic
def edit_question(*, question: Question, draft: QuestionDraft) -> QuestionVersion:
    """Store a new state of a question.

    A version no learner has seen is rewritten. One that was asked stays as it is: the edit becomes the next
    version, unless it only adds or corrects translations (see ``is_only_wording``), which are written in place.

    Raises:
        InvalidQuestion: nothing was stored.
        KindIsFixed: the kind would change although a learner has seen the question.
    """
    require_valid(draft)
    locked = Question.objects.select_for_update().get(pk=question.pk)
    current = locked.current
    was_asked = QuestionVersion.objects.filter(question=locked, asked__isnull=False).exists()
    if draft.kind != locked.kind:
        if was_asked:
            raise KindIsFixed
        locked.kind = draft.kind
        locked.save(update_fields=["kind"])
    if current is None:
        return _write_version(locked, draft, number=1)
    if not current.has_been_asked:
        return _rewrite(current, draft)
    if is_only_wording(current, draft):
        _write_words(current, draft)
        return current
    return _write_version(locked, draft, number=current.number + 1)


def is_only_wording(version: QuestionVersion, draft: QuestionDraft) -> bool:
    """Say whether a draft changes nothing but translations.

    Translations are all texts but those of the language the question was written in: the source language of the
    site, or the first language with a text where that has none. Filling an empty text is a translation too.
    """
    stored = as_draft(version)
    if not _same_bones(stored, draft):
        return False
    original = SOURCE if stored.text.get(SOURCE) else next(iter(sorted(languages_of(stored.text))), SOURCE)
    before, after = _all_texts(stored), _all_texts(draft)
    return all(
        not old.get(original, "").strip() or old[original].strip() == new.get(original, "").strip()
        for old, new in zip(before, after, strict=True)
    )


def _same_bones(stored: QuestionDraft, draft: QuestionDraft) -> bool:
    """Everything but words: worth, number, and the choices one by one."""
    same = (stored.kind, stored.points, stored.numeric_value, stored.tolerance) == (
        draft.kind,
        draft.points,
        draft.numeric_value,
        draft.tolerance,
    )
    return same and [_bones(choice) for choice in stored.choices] == [_bones(choice) for choice in draft.choices]


def _bones(choice: ChoiceDraft) -> tuple[str, bool, int | None]:
    return choice.uuid, choice.is_right, choice.right_position


def _all_texts(draft: QuestionDraft) -> list[Texts]:
    texts = [draft.text, draft.explanation, draft.unit]
    for choice in draft.choices:
        texts += [choice.text, choice.feedback, choice.match]
    return texts


@transaction.atomic
def correct_wording(*, version: QuestionVersion, draft: QuestionDraft) -> QuestionVersion:
    """Correct words in place, in any language, although learners have seen them: a typing error, a better term.

    Raises:
        InvalidQuestion: the draft changes more than words, or leaves a text empty that must not be.
    """
    require_valid(draft)
    if not _same_bones(as_draft(version), draft):
        raise InvalidQuestion([Problem(message=_("This changes more than words: save it as an edit."))])
    _write_words(version, draft)
    return version


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


def _write_version(question: Question, draft: QuestionDraft, *, number: int) -> QuestionVersion:
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


def _rewrite(version: QuestionVersion, draft: QuestionDraft) -> QuestionVersion:
    values = {"points": draft.points, "numeric_value": draft.numeric_value, "tolerance": draft.tolerance}
    for name, value in {**values, **_version_columns(draft)}.items():
        setattr(version, name, value)
    version.save()
    own = {str(uuid) for uuid in version.choices.values_list("uuid", flat=True)}
    version.choices.all().delete()
    known = [choice if choice.uuid in own else replace(choice, uuid="") for choice in draft.choices]
    _write_choices(version, known, keep_uuids=True)
    return version


def _write_words(version: QuestionVersion, draft: QuestionDraft) -> None:
    for name, value in _version_columns(draft).items():
        setattr(version, name, value)
    version.save()
    drafts = {choice.uuid: choice for choice in draft.choices}
    for choice in version.choices.all():
        for name, value in _choice_columns(drafts[str(choice.uuid)]).items():
            setattr(choice, name, value)
        choice.save()


@transaction.atomic
def add_to_quiz(*, quiz: Quiz, question: Question, position: int | None = None) -> QuizQuestion:
    """Put a question of a bank into a quiz, at its place from 1 or at the end. Once is enough."""
    row, _created = QuizQuestion.objects.get_or_create(
        quiz=quiz, question=question, defaults={"order": _last_place(quiz) + 1}
    )
    if position is not None:
        others = [other for other in _questions(quiz) if other.pk != question.pk]
        others.insert(max(0, position - 1), question)
        reorder(quiz=quiz, questions=others)
        row.refresh_from_db()
    return row


def _last_place(quiz: Quiz) -> int:
    return QuizQuestion.objects.filter(quiz=quiz).aggregate(last=Max("order"))["last"] or 0


def _questions(quiz: Quiz) -> list[Question]:
    return [row.question for row in QuizQuestion.objects.filter(quiz=quiz).select_related("question")]


@transaction.atomic
def reorder(*, quiz: Quiz, questions: Sequence[Question]) -> None:
    """Ask the questions in this order. Attempts that stand keep theirs.

    Raises:
        ValueError: these are not exactly the questions of the quiz.
    """
    rows = {row.question_id: row for row in QuizQuestion.objects.select_for_update().filter(quiz=quiz)}
    if sorted(rows) != sorted(question.pk for question in questions):
        raise ValueError("These are not exactly the questions of the quiz.")
    for order, question in enumerate(questions, start=1):
        rows[question.pk].order = order
    QuizQuestion.objects.bulk_update(rows.values(), ["order"])


@transaction.atomic
def translate_quiz(*, quiz: Quiz, language: str, drafts: Sequence[QuestionDraft]) -> list[Mismatch]:
    """Take a pasted translation of a whole quiz: question by question, choice by choice, in their order.

    Args:
        quiz: the quiz that is translated.
        language: the language of the pasted text.
        drafts: what ``pasting.parse`` made of it.

    Returns:
        Where it does not fit; nothing is stored unless this is empty.
    """
    stored = [(question, as_draft(question.current_version)) for question in _questions(quiz)]
    mismatches = compare_shape(
        expected=[len(draft.choices) for _question, draft in stored], given=[len(draft.choices) for draft in drafts]
    )
    if not mismatches:
        for (question, draft), translation in zip(stored, drafts, strict=True):
            edit_question(question=question, draft=_with_language(draft, translation, language))
    return mismatches


def _with_language(draft: QuestionDraft, translation: QuestionDraft, language: str) -> QuestionDraft:
    """The draft with the texts of the translation; a text that was not translated keeps what it has."""

    def joined(texts: Texts, other: Texts) -> Texts:
        return {**texts, language: other[language]} if other.get(language) else texts

    choices = [
        replace(
            choice,
            text=joined(choice.text, other.text),
            feedback=joined(choice.feedback, other.feedback),
            match=joined(choice.match, other.match),
        )
        for choice, other in zip(draft.choices, translation.choices, strict=True)
    ]
    explanation = joined(draft.explanation, translation.explanation)
    return replace(draft, text=joined(draft.text, translation.text), explanation=explanation, choices=choices)


@transaction.atomic
def remove_from_quiz(*, quiz: Quiz, question: Question) -> None:
    """Stop asking a question in this quiz. It stays in its bank, and in every attempt that has it."""
    QuizQuestion.objects.filter(quiz=quiz, question=question).delete()


def answers_kept(question: Question) -> int:
    """Count the answers that would stay with the present version if it were edited."""
    return question.current.responses.count() if question.current else 0


def change_kind(draft: QuestionDraft, kind: Kind) -> QuestionDraft:
    """Return a draft as another kind, without what that kind has no place for."""
    choices = [] if kind == Kind.NUMERIC else list(draft.choices)
    if kind == Kind.ORDERING:
        choices = [replace(choice, right_position=place) for place, choice in enumerate(choices, start=1)]
    else:
        choices = [replace(choice, right_position=None) for choice in choices]
    value = draft.numeric_value if kind == Kind.NUMERIC else None
    return replace(draft, kind=kind, choices=choices, numeric_value=value)
