from decimal import Decimal
from typing import Any

import pytest

from courses.quizzes import demo
from courses.quizzes.kinds import Kind
from courses.quizzes.models import Question, Quiz
from exchange.accounts.models import User
from tests.factories.quizzes import make_attempt

pytestmark = pytest.mark.django_db


def content() -> dict[str, Any]:
    three = {"lo": "ລາວ", "en": "English", "zh-hans": "中文"}
    choice = {"text": three}
    return {
        "id": "basics",
        "title": three,
        "pass_mark": 70,
        "question": [
            {"id": "a", "kind": "single", "text": three, "choice": [{**choice, "right": True}, choice]},
            {"id": "b", "kind": "ordering", "text": three, "choice": [{**choice, "position": n} for n in (2, 1)]},
            {"id": "c", "kind": "matching", "text": three, "choice": [{**choice, "match": three}] * 2},
            {"id": "d", "kind": "numeric", "text": three, "value": 4.5, "tolerance": 0.1, "unit": "%"},
        ],
    }


def test_the_demo_loads_twice_as_one() -> None:
    for _twice in range(2):
        quiz = demo.load_quiz(content(), name="basics")
    assert Quiz.objects.get(uuid=demo.quiz_uuid("basics")) == quiz
    assert Question.objects.count() == quiz.questions.count() == 4
    assert {question.current_version.number for question in Question.objects.all()} == {1}
    assert Question.objects.get(kind="numeric").current_version.tolerance == Decimal("0.1")


def test_a_corrected_text_reaches_questions_that_were_answered(learner: User) -> None:
    quiz = demo.load_quiz(content(), name="basics")
    make_attempt(learner, quiz)
    corrected = content()
    corrected["question"][0]["choice"][0]["text"] = {"lo": "ດີກວ່າ", "en": "English", "zh-hans": "中文"}
    demo.load_quiz(corrected, name="basics")
    question = Question.objects.get(kind="single")
    assert question.current_version.number == 1
    assert "ດີກວ່າ" in question.current_version.choices.values_list("text_lo", flat=True)


def test_every_shipped_quiz_loads_in_every_language_and_all_kinds_are_shown() -> None:
    demo.load()
    assert set(Question.objects.values_list("kind", flat=True)) == set(Kind.values)
    assert all(quiz.questions.count() >= 8 for quiz in Quiz.objects.all())
    for question in Question.objects.with_current():
        for language in ("lo", "en", "zh_hans"):
            assert getattr(question.current_version, f"text_{language}"), question.uuid
