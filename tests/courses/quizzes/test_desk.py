import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from courses.quizzes import attempting
from courses.quizzes.drafts import ChoiceDraft
from courses.quizzes.models import Question, QuestionBank, Quiz
from exchange.accounts.models import User
from exchange.content_i18n import text_in
from exchange.languages import column
from tests.factories.quizzes import bank_question, make_attempt, make_quiz, matching, ordering, right_answer, single

pytestmark = pytest.mark.django_db
ClientOf = Callable[[str], Client]
LIST = "wagtailsnippets_quizzes_question:list"


@pytest.fixture(autouse=True)
def _demo(settings: Any) -> None:
    settings.EXCHANGE_DEMO = True  # trainers of the demo need no second factor


def form_of(client: Client, address: str) -> dict[str, str]:
    """The values of an admin form as a browser would send them back."""
    form = client.get(address).context["form"]
    values = {form.add_prefix(name): form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, False)}


@pytest.mark.parametrize(
    ("visitor", "allowed"),
    [("stranger", False), ("learner", False), ("trainer", True), ("editor", True), ("administrator", True)],
)
@pytest.mark.parametrize("model", ["question", "quiz", "questionbank"])
def test_the_bank_is_for_those_who_make_courses(client_of: ClientOf, visitor: str, allowed: bool, model: str) -> None:
    response = client_of(visitor).get(reverse(f"wagtailsnippets_quizzes_{model}:list"))
    assert (response.status_code == 200) == allowed


@pytest.mark.parametrize("build", [single, matching, ordering])
def test_a_question_is_written_in_three_languages_and_comes_back(client_of: ClientOf, build: Any) -> None:
    client, bank = client_of("trainer"), QuestionBank.objects.create(title="ທະນາຄານ")
    draft = build()
    fields: dict[str, Any] = {"bank": bank.pk, "kind": draft.kind, "points": 1}
    columns = {"lo": "lo", "en": "en", "zh-hans": "zh_hans"}
    for language, suffix in columns.items():
        fields[f"text_{suffix}"] = draft.text[language]
        for row, choice in enumerate(draft.choices, start=1):
            fields[f"choice{row}_text_{suffix}"] = choice.text[language]
            fields[f"choice{row}_match_{suffix}"] = choice.match.get(language, "")
            fields[f"choice{row}_place"] = choice.right_position or ""
            fields |= {f"choice{row}_right": "on"} if choice.is_right else {}
    response = client.post(reverse("wagtailsnippets_quizzes_question:add"), fields)
    assert response.status_code == 302, response.context["form"].errors
    question = Question.objects.get()
    assert question.kind == draft.kind
    edit = form_of(client, reverse("wagtailsnippets_quizzes_question:edit", args=[question.pk]))
    assert edit["text_lo"] == draft.text["lo"]
    assert edit["choice2_text_zh_hans"] == draft.choices[1].text["zh-hans"]


def test_a_faulty_question_is_refused_with_a_sentence(client_of: ClientOf) -> None:
    bank = QuestionBank.objects.create(title="Bank")
    fields = {"bank": bank.pk, "kind": "single", "points": 1, "text_lo": "ຫຍັງ?", "choice1_text_lo": "ໜຶ່ງ"}
    response = client_of("trainer").post(reverse("wagtailsnippets_quizzes_question:add"), fields)
    assert len(response.context["form"].non_field_errors()) == 2
    assert not Question.objects.exists()


def test_an_edit_of_an_asked_question_makes_a_version_and_its_kind_is_fixed(client_of: ClientOf, learner: User) -> None:
    quiz = make_quiz([single()])
    question = quiz.questions.get()
    attempt = make_attempt(learner, quiz)
    version = question.current_version
    attempting.save_response(attempt=attempt, version=version, answer=right_answer(version), key=uuid4())
    client = client_of("trainer")
    address = reverse("wagtailsnippets_quizzes_question:edit", args=[question.pk])
    form = form_of(client, address)
    assert client.post(address, {**form, "kind": "multiple"}).context["form"].errors["kind"]
    assert client.post(address, {**form, "points": 4}).status_code == 302
    question.refresh_from_db()
    assert (question.versions.count(), question.current_version.points) == (2, 4)
    assert attempt.responses.get().version == version


@pytest.mark.parametrize("words", ["ເງິນສົມທົບ", "缴费", "contributions"])
def test_questions_are_found_in_every_script(client_of: ClientOf, words: str) -> None:
    bank_question(single())
    bank_question(ordering())
    html = client_of("trainer").get(reverse(LIST), {"q": words}).content.decode()
    assert len(set(re.findall(r"/question/edit/(\d+)/", html))) == 1


def test_a_list_of_many_questions_takes_no_more_queries(
    client_of: ClientOf, django_assert_max_num_queries: Any
) -> None:
    client = client_of("trainer")
    bank_question(single())
    client.get(reverse(LIST))
    for _time in range(12):
        bank_question(single())
    with django_assert_max_num_queries(30):
        client.get(reverse(LIST))


def test_a_quiz_is_made_of_questions_of_the_bank(client_of: ClientOf) -> None:
    first, second = bank_question(single()), bank_question(ordering())
    fields = {
        "title_lo": "ແບບທົດສອບ",
        "pass_mark": 70,
        "attempts_allowed": "",
        "quiz_questions-TOTAL_FORMS": 2,
        "quiz_questions-INITIAL_FORMS": 0,
        "quiz_questions-0-question": second.pk,
        "quiz_questions-0-ORDER": 1,
        "quiz_questions-1-question": first.pk,
        "quiz_questions-1-ORDER": 2,
    }
    response = client_of("trainer").post(reverse("wagtailsnippets_quizzes_quiz:add"), fields)
    assert response.status_code == 302, response.context["form"].errors
    quiz = Quiz.objects.get()
    assert text_in(quiz, "title", "lo") == "ແບບທົດສອບ"
    assert [row.question for row in quiz.quiz_questions.all()] == [second, first]


def test_a_text_of_a_language_that_is_switched_off_survives_an_edit(client_of: ClientOf) -> None:
    question = bank_question(single())
    version, choice = question.current_version, question.current_version.choices.all()[0]
    for instance in (version, choice):
        setattr(instance, column("text", "ru"), "Взносы")
        instance.save()
    client = client_of("trainer")
    address = reverse("wagtailsnippets_quizzes_question:edit", args=[question.pk])
    assert client.post(address, {**form_of(client, address), "points": 2}).status_code == 302
    question.refresh_from_db()
    assert text_in(question.current_version, "text", "ru") == "Взносы"
    assert text_in(question.current_version.choices.all()[0], "text", "ru") == "Взносы"


def test_more_choices_than_the_form_shows_are_not_lost(client_of: ClientOf) -> None:
    draft = single()
    many = [*draft.choices, *[ChoiceDraft(text={"en": f"Choice {number}"}) for number in range(12)]]
    question = bank_question(replace(draft, choices=many))
    client = client_of("trainer")
    address = reverse("wagtailsnippets_quizzes_question:edit", args=[question.pk])
    assert client.post(address, form_of(client, address)).context["form"].non_field_errors()
    assert question.current_version.choices.count() == 15
