"""Trainers write, paste, take over and translate questions; what others teach stays theirs."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client, override_settings
from wagtail.users.models import UserProfile

from courses.outline.desk import building
from courses.outline.models import CoursePage
from courses.quizzes import authoring
from courses.quizzes.models import Question, Quiz
from courses.quizzes.storing import as_draft
from exchange.accounts.models import User
from exchange.content_i18n import text_in
from tests.factories import outline
from tests.factories.quizzes import SIX, answer_all_right, bank_question, make_attempt, make_quiz, single

ClientOf = Callable[[str], Client]
pytestmark = pytest.mark.django_db

PLAIN = """1. On what amount are contributions computed?
a) The whole wage
*b) Insurable earnings
> The ceiling counts.

2. Who pays for employment injury?
*a) The employer
b) The employee
> Only the employer.
"""
LAO = """1. ເງິນສົມທົບຄິດໄລ່ຈາກຫຍັງ?
a) ເງິນເດືອນທັງໝົດ
*b) ເງິນເດືອນປະກັນຕົນ

2. ໃຜຈ່າຍປະກັນອຸບັດຕິເຫດແຮງງານ?
*a) ນາຍຈ້າງ
b) ລູກຈ້າງ
"""


@pytest.fixture(autouse=True)
def without_second_factor() -> object:
    with override_settings(EXCHANGE_DEMO=True):
        yield


@pytest.fixture
def quiz(trainer: User) -> Quiz:
    """The empty quiz of the trainer's own course, who reads English."""
    UserProfile.objects.filter(user_id=trainer.pk).update(preferred_language="en")
    outline.catalogue()
    course = building.begin_course(titles={"en": "Old age"}, country=None, hours=Decimal(1), maker=trainer)
    return building.add_quiz(
        module=building.add_module(course=course, titles={"en": "One"}, maker=trainer), maker=trainer
    )


def address(quiz: Quiz, tab: str = "") -> str:
    return f"/admin/desk/quiz/{quiz.pk}/{tab}"


def paste(client: Client, quiz: Quiz, text: str, act: str, language: str = "en", **more: str) -> Any:
    return client.post(address(quiz, "paste/"), {"text": text, "language": language, "act": act, **more})


def said(quiz: Quiz) -> list[str]:
    rows = quiz.quiz_questions.select_related("question__current").order_by("order")
    return [text_in(row.question.current_version, "text", "en") for row in rows]


def form_of(client: Client, url: str) -> dict[str, Any]:
    """The open question as a browser would send it back."""
    context = client.get(url).context
    sheet, question = context["sheet"], context["open"]
    values: dict[str, Any] = {
        "kind": sheet.draft.kind,
        "points": sheet.draft.points,
        "rows": len(sheet.rows),
        "question": question.pk if question else "",
        "at": context["at"],
    }
    if not sheet.has_choices:
        values |= {"number": sheet.number, "tolerance": sheet.tolerance}
    for row in sheet.rows if sheet.has_choices else []:
        values[f"choice{row.number}_uuid"] = row.uuid
        if row.is_right:
            values[f"choice{row.number}_right"] = "on"
        if row.place:
            values[f"choice{row.number}_place"] = row.place
        for cell in [*row.text, *row.match, *row.feedback]:
            values[cell.name] = cell.value
    values |= {cell.name: cell.value for cell in [*sheet.text, *sheet.explanation, *sheet.unit]}
    return values


@pytest.mark.parametrize("build", SIX)
def test_every_kind_of_question_is_saved_as_it_was_opened(client_of: ClientOf, quiz: Quiz, build: Any) -> None:
    question = authoring.add_draft(quiz=quiz, draft=build())
    before = as_draft(question.current_version)
    client = client_of("trainer")
    values = form_of(client, f"{address(quiz)}?q={question.pk}")
    response = client.post(address(quiz), {**values, "act": "save"})
    assert response.status_code == 302
    after = as_draft(Question.objects.get(pk=question.pk).current_version)
    assert after == before


def test_a_new_question_is_written_and_the_next_one_opens(client_of: ClientOf, quiz: Quiz) -> None:
    values = {
        "kind": "single",
        "rows": 4,
        "text_en": "Who pays?",
        "choice1_text_en": "All",
        "choice2_text_en": "Nobody",
    }
    response = client_of("trainer").post(address(quiz), {**values, "choice1_right": "on", "act": "save-next"})
    assert response["Location"] == f"{address(quiz)}?new=single&at=2#open"
    assert said(quiz) == ["Who pays?"]


def test_a_question_is_inserted_where_the_trainer_wants_it(client_of: ClientOf, quiz: Quiz) -> None:
    client = client_of("trainer")
    paste(client, quiz, PLAIN, "add")
    values = {"kind": "numeric", "text_en": "How much?", "number": "4,500", "at": 2}
    client.post(address(quiz), {**values, "act": "save"})
    assert said(quiz)[1] == "How much?"
    assert Question.objects.get(kind="numeric").current_version.numeric_value == 4500


def test_one_more_choice_is_drawn_without_saving(client_of: ClientOf, quiz: Quiz) -> None:
    response = client_of("trainer").post(
        address(quiz), {"kind": "single", "rows": 4, "text_en": "Typed", "act": "add-choice"}
    )
    assert len(response.context["sheet"].rows) == 5
    assert response.context["sheet"].draft.text == {"en": "Typed"}
    assert said(quiz) == []


def test_what_is_wrong_is_said_and_nothing_is_lost(client_of: ClientOf, quiz: Quiz) -> None:
    values = {"kind": "single", "rows": 4, "text_en": "Typed", "choice1_text_en": "One", "choice2_text_en": "Two"}
    response = client_of("trainer").post(address(quiz), {**values, "act": "save"})
    assert response.status_code == 422
    assert response.context["problems"] == ["No right answer is marked."]
    assert response.context["sheet"].rows[1].text[1].value == "Two"


def test_a_number_that_is_none_is_refused(client_of: ClientOf, quiz: Quiz) -> None:
    values = {"kind": "numeric", "text_en": "How much?", "number": "many"}
    response = client_of("trainer").post(address(quiz), {**values, "act": "save"})
    assert response.context["problems"] == ["“many” is not a number."]


def test_an_edit_of_an_answered_question_says_how_many_answers_stay(
    client_of: ClientOf, quiz: Quiz, learner: User
) -> None:
    question = authoring.add_draft(quiz=quiz, draft=single())
    answer_all_right(make_attempt(learner, quiz))
    client = client_of("trainer")
    url = f"{address(quiz)}?q={question.pk}"
    assert "1 answer was given to this version" in client.get(url).content.decode()
    response = client.post(address(quiz), {**form_of(client, url), "points": 3, "act": "save"}, follow=True)
    assert "1 answer stays with the version before" in response.content.decode()
    assert [version.number for version in question.versions.all()] == [1, 2]


def test_questions_move_and_leave_but_stay_in_the_bank(client_of: ClientOf, quiz: Quiz) -> None:
    client = client_of("trainer")
    paste(client, quiz, PLAIN, "add")
    first, second = [row.question for row in quiz.quiz_questions.order_by("order")]
    client.post(address(quiz), {"question": second.pk, "act": "up"})
    assert said(quiz)[0].startswith("Who pays")
    client.post(address(quiz), {"question": first.pk, "act": "remove"})
    assert len(said(quiz)) == 1
    assert Question.objects.filter(pk=first.pk).exists()


def test_pasted_text_is_shown_before_it_is_stored(client_of: ClientOf, quiz: Quiz) -> None:
    response = paste(client_of("trainer"), quiz, PLAIN, "check")
    assert [(entry.line, entry.state, entry.answer) for entry in response.context["entries"]] == [
        (1, "ok", "Insurable earnings"),
        (6, "ok", "The employer"),
    ]
    assert said(quiz) == []
    assert "Add 2 questions" in response.content.decode()


def test_pasted_questions_are_added(client_of: ClientOf, quiz: Quiz) -> None:
    response = paste(client_of("trainer"), quiz, PLAIN, "add")
    assert response["Location"] == address(quiz)
    assert len(said(quiz)) == 2


def test_nothing_is_stored_while_a_line_is_red_unless_left_out(client_of: ClientOf, quiz: Quiz) -> None:
    client, text = client_of("trainer"), f"{PLAIN}\n3. Nothing is right?\na) One\nb) Two\n"
    response = paste(client, quiz, text, "add")
    bad = [entry for entry in response.context["entries"] if entry.state == "bad"]
    assert [(entry.line, str(entry.remarks[0])) for entry in bad] == [(11, "No right answer is marked.")]
    assert said(quiz) == []
    paste(client, quiz, text, "add", leave_out="on")
    assert len(said(quiz)) == 2


def test_a_second_paste_translates_the_quiz(client_of: ClientOf, quiz: Quiz) -> None:
    client = client_of("trainer")
    paste(client, quiz, PLAIN, "add")
    paste(client, quiz, LAO, "translate", language="lo")
    version = quiz.quiz_questions.order_by("order")[0].question.current_version
    assert (version.text_en, version.text_lo) == ("On what amount are contributions computed?", "ເງິນສົມທົບຄິດໄລ່ຈາກຫຍັງ?")
    assert [choice.text_lo for choice in version.choices.all()] == ["ເງິນເດືອນທັງໝົດ", "ເງິນເດືອນປະກັນຕົນ"]


def test_a_translation_that_does_not_fit_says_where(client_of: ClientOf, quiz: Quiz) -> None:
    client = client_of("trainer")
    paste(client, quiz, PLAIN, "add")
    response = paste(client, quiz, LAO.replace("b) ລູກຈ້າງ", "b) ລູກຈ້າງ\nc) ບໍ່ມີໃຜ"), "translate", language="lo")
    assert "Question 2 has 2 choices, its translation 3." in response.content.decode()
    assert quiz.quiz_questions.first().question.current_version.text_lo == ""


def test_questions_of_the_bank_are_ticked_and_added(client_of: ClientOf, quiz: Quiz) -> None:
    question = bank_question(single())
    client = client_of("trainer")
    assert question in client.get(address(quiz, "bank/")).context["offered"]
    client.post(address(quiz, "bank/"), {"question": [question.pk]})
    assert said(quiz) == ["On what are contributions computed?"]


def test_the_rules_of_the_quiz_are_set(client_of: ClientOf, quiz: Quiz) -> None:
    values = {"title_en": "Final quiz", "pass_mark": 80, "attempts_allowed": "", "shuffle_choices": "on"}
    client_of("trainer").post(address(quiz, "settings/"), values)
    quiz.refresh_from_db()
    assert (quiz.title_en, quiz.pass_mark) == ("Final quiz", 80)


TABS = ("", "paste/", "bank/", "settings/")


@pytest.mark.parametrize(
    ("visitor", "opens"), [("stranger", 0), ("learner", 0), ("trainer", 1), ("editor", 1), ("administrator", 1)]
)
def test_who_opens_the_desk_of_a_quiz(client_of: ClientOf, quiz: Quiz, visitor: str, opens: int) -> None:
    client = client_of(visitor)
    assert [client.get(address(quiz, tab)).status_code for tab in TABS] == [200 if opens else 302] * 4


@pytest.fixture
def foreign(db: None) -> Quiz:
    """A quiz of a course of others."""
    quiz = make_quiz()
    outline.activity(outline.lessons_of(outline.course(slug="foreign"))[0], quiz=quiz)
    return quiz


def test_a_trainer_does_not_touch_the_quiz_of_others(client_of: ClientOf, foreign: Quiz) -> None:
    client = client_of("trainer")
    before = said(foreign)
    assert [client.get(address(foreign, tab))["Location"] for tab in TABS] == ["/admin/"] * 4
    paste(client, foreign, PLAIN, "add")
    question = foreign.quiz_questions.first().question
    client.post(address(foreign), {"question": question.pk, "act": "remove"})
    assert said(foreign) == before


def test_wagtails_own_screens_refuse_what_others_teach(client_of: ClientOf, foreign: Quiz) -> None:
    client = client_of("trainer")
    question = foreign.quiz_questions.first().question
    for each in (f"quiz/edit/{foreign.pk}", f"quiz/delete/{foreign.pk}", f"question/edit/{question.pk}"):
        assert client.get(f"/admin/snippets/quizzes/{each}/")["Location"] == "/admin/"


def test_taking_the_quiz_of_others_into_an_own_course_gives_no_right_on_it(
    client_of: ClientOf, foreign: Quiz, quiz: Quiz
) -> None:
    own = CoursePage.objects.get(slug="old-age")
    outline.activity(outline.lessons_of(own)[0], quiz=foreign)
    assert client_of("trainer").get(address(foreign))["Location"] == "/admin/"


def test_a_question_of_others_in_an_own_quiz_is_read_only(client_of: ClientOf, foreign: Quiz, quiz: Quiz) -> None:
    question = foreign.quiz_questions.first().question
    authoring.add_to_quiz(quiz=quiz, question=question)
    client = client_of("trainer")
    values = form_of(client, f"{address(quiz)}?q={question.pk}")
    client.post(address(quiz), {**values, "text_en": "Changed", "act": "save"})
    assert text_in(Question.objects.get(pk=question.pk).current_version, "text", "en") != "Changed"


def test_the_desk_costs_the_same_however_long_the_quiz(
    client_of: ClientOf, quiz: Quiz, django_assert_max_num_queries: Any
) -> None:
    client = client_of("trainer")
    for _time in range(3):
        for build in SIX:
            authoring.add_draft(quiz=quiz, draft=build())
    client.get(address(quiz))
    with django_assert_max_num_queries(20):
        client.get(address(quiz))
