"""What a trainer does with questions: add, edit, correct, order, take out. Every verb is one transaction.

All of them take texts by language, ``{"lo": "…", "en": "…", "zh-hans": "…"}``, and check a question before they
store it (``checking.InvalidQuestion`` says what is wrong, sentence by sentence).
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from courses.quizzes.checking import InvalidQuestion, Problem, require_valid
from courses.quizzes.comparing import is_only_wording, same_bones
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft, Texts
from courses.quizzes.models import Question, QuestionBank, QuestionVersion, Quiz, QuizQuestion
from courses.quizzes.pasting import Mismatch, compare_shape
from courses.quizzes.storing import as_draft, rewrite, write_version, write_words

__all__ = [
    "InvalidQuestion",
    "KindIsFixed",
    "add_draft",
    "add_question",
    "add_to_quiz",
    "answers_kept",
    "as_draft",
    "bank_of",
    "correct_wording",
    "edit_question",
    "is_only_wording",
    "remove_from_quiz",
    "reorder",
    "translate_quiz",
]


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
    write_version(question, draft, number=1)
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
        return write_version(locked, draft, number=1)
    if not current.has_been_asked:
        return rewrite(current, draft)
    if is_only_wording(current, draft):
        write_words(current, draft)
        return current
    return write_version(locked, draft, number=current.number + 1)


@transaction.atomic
def correct_wording(*, version: QuestionVersion, draft: QuestionDraft) -> QuestionVersion:
    """Correct words in place, in any language, although learners have seen them: a typing error, a better term.

    Raises:
        InvalidQuestion: the draft changes more than words, or leaves a text empty that must not be.
    """
    require_valid(draft)
    if not same_bones(as_draft(version), draft):
        raise InvalidQuestion([Problem(message=_("This changes more than words: save it as an edit."))])
    write_words(version, draft)
    return version


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


def place_of(*, quiz: Quiz, question: Question) -> int:
    """Return the place of a question in a quiz, counted from 1; 0 when it is not asked there."""
    keys = QuizQuestion.objects.filter(quiz=quiz).order_by("order", "pk").values_list("question_id", flat=True)
    return next((place for place, key in enumerate(keys, start=1) if key == question.pk), 0)


def answers_kept(question: Question) -> int:
    """Count the answers that would stay with the present version if it were edited."""
    return question.current.responses.count() if question.current else 0
