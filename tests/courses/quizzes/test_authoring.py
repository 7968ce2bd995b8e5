from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from courses.quizzes import attempting, authoring
from courses.quizzes.checking import InvalidQuestion
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft
from courses.quizzes.models import Question, QuestionBank
from courses.quizzes.pasting import parse
from exchange.accounts.models import User
from exchange.content_i18n import text_in
from tests.factories.quizzes import SIX, bank_question, make_attempt, make_quiz, matching, multiple, numeric, single

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("build", SIX)
def test_a_question_of_each_kind_comes_back_as_it_was_written(build: Callable[[], QuestionDraft]) -> None:
    draft = build()
    stored = authoring.as_draft(bank_question(draft).current_version)
    assert replace(stored, choices=[replace(choice, uuid="") for choice in stored.choices]) == replace(
        draft, choices=list(draft.choices)
    )


def test_a_question_written_in_a_quiz_lands_in_a_bank_by_itself() -> None:
    quiz = make_quiz([single()])
    QuestionBank.objects.create(title="Another")
    question = authoring.add_question(quiz=quiz, kind="numeric", texts={"lo": "ຈັກປີ?"}, numeric_value=Decimal(60))
    assert question.bank.title == "Contributions"
    assert list(quiz.quiz_questions.values_list("order", flat=True)) == [1, 2]


def test_an_invalid_question_stores_nothing_and_says_each_fault() -> None:
    quiz = make_quiz([single()])
    with pytest.raises(InvalidQuestion) as refused:
        authoring.add_question(quiz=quiz, kind="single", texts={}, choices=[ChoiceDraft(text={"en": "Alone"})])
    assert len(refused.value.problems) == 3
    assert Question.objects.count() == 1


def test_before_anyone_saw_it_a_question_is_rewritten_and_its_choices_keep_their_names() -> None:
    question = bank_question(single())
    draft = authoring.as_draft(question.current_version)
    version = authoring.edit_question(question=question, draft=replace(draft, points=3, choices=draft.choices[:2]))
    assert (version.number, version.points) == (1, 3)
    assert [str(choice.uuid) for choice in version.choices.all()] == [choice.uuid for choice in draft.choices[:2]]


def test_after_it_was_asked_an_edit_makes_a_version_and_the_answers_stay(learner: User) -> None:
    quiz = make_quiz([single()])
    attempt = make_attempt(learner, quiz)
    question = quiz.questions.get()
    old = question.current_version
    right = [str(old.choices.get(is_right=True).uuid)]
    attempting.save_response(attempt=attempt, version=old, answer=right, key=uuid4())
    changed = replace(authoring.as_draft(old), points=5)
    assert authoring.answers_kept(question) == 1
    new = authoring.edit_question(question=question, draft=changed)
    question.refresh_from_db()
    assert (new.number, question.current) == (2, new)
    assert attempt.responses.get().version == old
    assert attempting.submit(attempt=attempt, key=uuid4()).max_score == 1
    assert not set(old.choices.values_list("uuid", flat=True)) & set(new.choices.values_list("uuid", flat=True))


def test_a_corrected_translation_makes_no_version(learner: User) -> None:
    quiz = make_quiz([single()])
    make_attempt(learner, quiz)
    question = quiz.questions.get()
    draft = authoring.as_draft(question.current_version)
    choices = [replace(choice, text={**choice.text, "lo": "ດີກວ່າ"}) for choice in draft.choices]
    version = authoring.edit_question(question=question, draft=replace(draft, choices=choices))
    assert version.number == 1
    assert {text_in(choice, "text", "lo") for choice in version.choices.all()} == {"ດີກວ່າ"}


def test_a_changed_original_makes_a_version_but_a_new_translation_does_not(learner: User) -> None:
    original = replace(multiple(), text={"lo": "ເດີມ"})
    quiz = make_quiz([original])
    make_attempt(learner, quiz)
    question = quiz.questions.get()
    draft = authoring.as_draft(question.current_version)
    assert authoring.is_only_wording(question.current_version, replace(draft, text={"lo": "ເດີມ", "en": "New"}))
    assert not authoring.is_only_wording(question.current_version, replace(draft, text={"lo": "ໃໝ່"}))


def test_a_typing_error_in_the_original_can_be_corrected_in_place_but_nothing_more(learner: User) -> None:
    quiz = make_quiz([single()])
    make_attempt(learner, quiz)
    version = quiz.questions.get().current_version
    draft = authoring.as_draft(version)
    authoring.correct_wording(version=version, draft=replace(draft, text={**draft.text, "en": "Corrected"}))
    version.refresh_from_db()
    assert text_in(version, "text", "en") == "Corrected"
    with pytest.raises(InvalidQuestion):
        authoring.correct_wording(version=version, draft=replace(draft, points=2))


def test_the_kind_of_an_asked_question_is_fixed(learner: User) -> None:
    quiz = make_quiz([single()])
    question = quiz.questions.get()
    draft = replace(authoring.as_draft(question.current_version), kind="multiple")
    assert authoring.edit_question(question=question, draft=draft).question.kind == "multiple"
    make_attempt(learner, quiz)
    with pytest.raises(authoring.KindIsFixed):
        authoring.edit_question(question=question, draft=replace(draft, kind="single"))


def test_questions_are_put_in_order_inserted_and_taken_out() -> None:
    quiz = make_quiz([single(), multiple(), numeric()])
    first, second, third = quiz.questions.order_by("quiz_questions__order")
    authoring.reorder(quiz=quiz, questions=[third, first, second])
    fourth = authoring.add_draft(quiz=quiz, draft=matching(), position=2)
    authoring.remove_from_quiz(quiz=quiz, question=first)
    assert list(quiz.questions.order_by("quiz_questions__order")) == [third, fourth, second]
    assert Question.objects.filter(pk=first.pk).exists()
    with pytest.raises(ValueError, match="exactly"):
        authoring.reorder(quiz=quiz, questions=[third])


def test_a_pasted_translation_fills_a_language_by_order_and_makes_no_version(learner: User) -> None:
    english = [replace(build(), text={"en": "Q"}) for build in (single, matching)]
    quiz = make_quiz(english)
    make_attempt(learner, quiz)
    text = "Вопрос?\n*a) Один\nb) Два\nc) Три\n> Потому что\n\nКто?\na) А -> 1\nb) Б -> 2\nc) В -> 3"
    drafts = parse(text, language="ru").drafts
    assert authoring.translate_quiz(quiz=quiz, language="ru", drafts=drafts) == []
    first, second = quiz.questions.order_by("quiz_questions__order")
    assert (first.current_version.number, second.current_version.number) == (1, 1)
    stored = authoring.as_draft(first.current_version)
    assert (stored.text, stored.explanation["ru"]) == ({"en": "Q", "ru": "Вопрос?"}, "Потому что")
    assert [choice.match["ru"] for choice in authoring.as_draft(second.current_version).choices] == ["1", "2", "3"]
    assert stored.choices[0].is_right


def test_a_translation_that_does_not_fit_stores_nothing() -> None:
    quiz = make_quiz([single(), multiple()])
    drafts = parse("Вопрос?\n*a) Один\nb) Два", language="ru").drafts
    mismatches = authoring.translate_quiz(quiz=quiz, language="ru", drafts=drafts)
    assert [(one.number, one.expected, one.given) for one in mismatches] == [(1, 3, 2), (2, 4, -1)]
    assert "ru" not in authoring.as_draft(quiz.questions.all()[0].current_version).text
