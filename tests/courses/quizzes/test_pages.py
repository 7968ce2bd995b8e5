import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils.html import escape

from courses.quizzes import attempting, contexts
from courses.quizzes.contexts import AttemptContext, Link
from courses.quizzes.kinds import PICKED
from courses.quizzes.models import Attempt, QuestionVersion
from exchange.accounts.models import User
from tests.factories.quizzes import (
    SIX,
    answer_all_right,
    make_attempt,
    make_quiz,
    numeric,
    right_answer,
    single,
    versions,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ("lo", "en", "zh-hans")
ClientOf = Callable[[str], Client]


@pytest.fixture
def attempt(learner: User) -> Attempt:
    return make_attempt(learner)


@pytest.fixture
def client(client_of: ClientOf) -> Client:
    return client_of("learner")


def page(attempt: Attempt, part: str = "", language: str = "lo") -> str:
    return f"/{language}/quiz/{attempt.uuid}/{part}"


def fields_of(html: str) -> dict[str, str]:
    """The hidden fields of the quiz form: key and marks."""
    return dict(re.findall(r'<input type="hidden" name="((?:key|was-)[^"]*)" value="([^"]*)"', html))


def as_fields(attempt: Attempt, version: QuestionVersion, answer: object = None) -> dict[str, Any]:
    """An answer as the form sends it; the right one if none is given."""
    number = attempt.asked.get(version=version).order
    answer = right_answer(version) if answer is None else answer
    if isinstance(answer, dict):
        return {f"q{number}-{item}": value for item, value in answer.items()}
    return {f"q{number}": answer}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_way_without_a_script(client: Client, attempt: Attempt, language: str) -> None:
    html = client.get(page(attempt, language=language)).content.decode()
    form = fields_of(html)
    for version in versions(attempt).values():
        form |= as_fields(attempt, version)
    checked = client.post(page(attempt, language=language), {**form, "do": "review"})
    assert (checked.status_code, checked["Location"]) == (303, page(attempt, "review/", language))
    review = client.get(checked["Location"])
    assert not review.context["open_questions"]
    submitted = client.post(checked["Location"], {"key": review.context["key"]})
    assert submitted["Location"] == page(attempt, "result/", language)
    result = client.get(submitted["Location"])
    assert [one.verdict for one in result.context["results"]] == ["right"] * 6
    attempt.refresh_from_db()
    assert attempt.passed


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_question_at_a_time_leads_from_the_first_to_the_check(
    client: Client, attempt: Attempt, language: str
) -> None:
    address = f"{page(attempt, language=language)}?q=1"
    seen = []
    while "review" not in address:
        response = client.get(address)
        (question,) = response.context["questions"]
        seen.append(question.number)
        form = fields_of(response.content.decode()) | as_fields(attempt, question.version)
        address = client.post(address, {**form, "do": "next"})["Location"]
    assert seen == [1, 2, 3, 4, 5, 6]
    assert attempt.responses.count() == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_right_leaves_the_house_before_submission(
    client: Client, attempt: Attempt, language: str
) -> None:
    answer_all_right(attempt)
    attempt.responses.filter(version=versions(attempt)["numeric"]).delete()
    client.get(page(attempt))
    for part in ("", "review/", "?q=1", "?q=4", "?q=5", "?q=6"):
        html = client.get(page(attempt, part, language)).content.decode()
        assert "FEEDBACK" not in html
        assert "EXPLAINED" not in html
        for number in ("4500000", "4,500,000", "4.500.000"):
            assert number not in html
        for word in ("is_right", "right_position", "numeric_value", "tolerance"):
            assert word not in html


def test_the_names_in_a_matching_question_do_not_tell_the_pairs(client: Client, attempt: Attempt) -> None:
    html = client.get(page(attempt)).content.decode()
    for choice in versions(attempt)["matching"].choices.all():
        name, options = re.search(rf'name="(q4-{choice.uuid})">(.*?)</select>', html, re.DOTALL).groups()  # type: ignore[union-attr]
        assert str(choice.uuid) in name
        assert str(choice.uuid) not in options


@pytest.mark.parametrize(
    ("visitor", "status"), [("learner", 200), ("trainer", 404), ("editor", 404), ("administrator", 404)]
)
@pytest.mark.parametrize("part", ["", "review/"])
def test_an_attempt_is_its_learners_alone(
    client_of: ClientOf, attempt: Attempt, visitor: str, status: int, part: str
) -> None:
    assert client_of(visitor).get(page(attempt, part)).status_code == status


@pytest.mark.parametrize("visitor", ["other_learner", "trainer", "editor", "administrator"])
def test_nobody_else_answers_submits_or_reads_the_result(client_of: ClientOf, attempt: Attempt, visitor: str) -> None:
    other = client_of(visitor)
    version = versions(attempt)["single"]
    form = as_fields(attempt, version)
    assert other.post(page(attempt), form).status_code == 404
    assert other.post(page(attempt, "review/"), {"key": uuid4()}).status_code == 404
    assert other.get(page(attempt, "result/")).status_code == 404
    attempt.refresh_from_db()
    assert attempt.is_open
    assert not attempt.responses.exists()


@pytest.mark.parametrize("part", ["", "review/", "result/"])
def test_a_stranger_is_led_to_the_sign_in_page_and_back(client_of: ClientOf, attempt: Attempt, part: str) -> None:
    response = client_of("stranger").get(page(attempt, part))
    assert response.status_code == 302
    assert page(attempt, part) in response["Location"]


def test_the_switch_of_language_keeps_answers_and_the_question(client: Client, attempt: Attempt) -> None:
    first = client.get(f"{page(attempt)}?q=1")
    form = fields_of(first.content.decode()) | as_fields(attempt, versions(attempt)["single"])
    switched = client.post(f"{page(attempt)}?q=1", {**form, "do": "language:zh-hans"})
    assert switched["Location"] == f"{page(attempt, language='zh-hans')}?q=1"
    html = client.get(switched["Location"]).content.decode()
    assert "缴费按什么计算" in html
    assert html.count(" checked") == 1


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("lo", "4.500.000"),
        ("lo", "໔.໕໐໐.໐໐໐"),
        ("en", "4,500,000"),
        ("zh-hans", "４５０００００"),
        ("zh-hans", "450万"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(
    client: Client, attempt: Attempt, language: str, written: str
) -> None:
    form = as_fields(attempt, versions(attempt)["numeric"], written)
    assert client.post(page(attempt, language=language), form).status_code == 303
    assert attempt.responses.get().answer["number"] == "4500000"
    assert attempting.submit(attempt=attempt, key=uuid4()).score == 1


def test_a_number_is_shown_as_the_language_read_now_writes_it(client: Client, attempt: Attempt) -> None:
    client.post(page(attempt, language="lo"), as_fields(attempt, versions(attempt)["numeric"], "1.500,5"))
    assert 'value="1.500,5"' in client.get(page(attempt, language="lo")).content.decode()
    assert 'value="1,500.5"' in client.get(page(attempt, language="en")).content.decode()
    assert "1,500.5" in client.get(page(attempt, "review/", "zh-hans")).content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_choice_is_said_and_every_other_answer_is_saved(
    client: Client, attempt: Attempt, language: str
) -> None:
    asked = versions(attempt)
    client.post(page(attempt), as_fields(attempt, asked["single"]))
    form = as_fields(attempt, asked["single"], [str(uuid4())]) | as_fields(attempt, asked["numeric"], "12")
    response = client.post(page(attempt, language=language), form)
    html = response.content.decode()
    assert response.status_code == 422
    assert '<a href="#q1">' in html
    assert 'aria-describedby="q1-error"' in html
    stored = {row.version.question.kind: row.answer for row in attempt.responses.select_related("version__question")}
    assert stored["single"] == right_answer(asked["single"])
    assert stored["numeric"]["number"] == "12"


def test_what_cannot_be_read_as_a_number_stays_in_the_field(client: Client, attempt: Attempt) -> None:
    response = client.post(page(attempt), as_fields(attempt, versions(attempt)["numeric"], "about <four>"))
    assert response.status_code == 422
    assert f'value="{escape("about <four>")}"' in response.content.decode()


def test_an_answer_to_a_question_that_is_not_asked_is_said(client: Client, attempt: Attempt) -> None:
    response = client.post(page(attempt), {"q99": "x"})
    assert response.status_code == 422
    assert response.context["has_strangers"]


def test_a_form_sent_twice_is_stored_once(client: Client, attempt: Attempt) -> None:
    form = fields_of(client.get(page(attempt)).content.decode()) | as_fields(attempt, versions(attempt)["single"])
    assert client.post(page(attempt), form).status_code == client.post(page(attempt), form).status_code == 303
    attempt.refresh_from_db()
    assert (attempt.revision, attempt.receipts.count()) == (1, 1)


def test_a_form_changed_after_back_is_stored_although_its_key_is_known(client: Client, attempt: Attempt) -> None:
    version = versions(attempt)["single"]
    form = fields_of(client.get(page(attempt)).content.decode())
    client.post(page(attempt), form | as_fields(attempt, version))
    other = [str(version.choices.filter(is_right=False)[0].uuid)]
    client.post(page(attempt), form | as_fields(attempt, version, other))
    assert attempt.responses.get().answer == other


def test_a_tab_that_was_opened_earlier_wipes_nothing(client: Client, attempt: Attempt) -> None:
    asked = versions(attempt)
    early = fields_of(client.get(page(attempt)).content.decode())
    client.post(page(attempt), as_fields(attempt, asked["multiple"]))
    everything_else_empty = {f"{name.removeprefix('was-')}": "" for name in early if name == "was-q6"}
    client.post(page(attempt), early | everything_else_empty | as_fields(attempt, asked["single"]))
    kinds = {row.version.kind for row in attempt.responses.select_related("version__question")}
    assert kinds == {"multiple", "single"}


def test_ticks_can_be_taken_back(client: Client, attempt: Attempt) -> None:
    client.post(page(attempt), as_fields(attempt, versions(attempt)["multiple"]))
    form = fields_of(client.get(page(attempt)).content.decode())
    client.post(page(attempt), form)
    assert attempt.responses.get().answer == []
    assert client.get(page(attempt)).context["answered"] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_after_submission_are_kept_and_said_to_be_late(client: Client, attempt: Attempt, language: str) -> None:
    attempting.submit(attempt=attempt, key=uuid4())
    form = as_fields(attempt, versions(attempt)["single"])
    for _twice in range(2):
        response = client.post(page(attempt, language=language), {**form, "key": str(uuid4())})
        assert response.status_code == 409
    assert page(attempt, "result/", language) in response.content.decode()
    assert attempt.late_answers.count() == 2
    attempt.refresh_from_db()
    assert attempt.score == 0
    assert not attempt.responses.exists()


def test_submitting_twice_is_one_submission_and_another_window_is_told(client: Client, attempt: Attempt) -> None:
    key = str(uuid4())
    for _twice in range(2):
        assert client.post(page(attempt, "review/"), {"key": key}).status_code == 303
    attempt.refresh_from_db()
    closed_at = attempt.closed_at
    assert client.post(page(attempt, "review/"), {"key": str(uuid4())}).status_code == 409
    attempt.refresh_from_db()
    assert attempt.closed_at == closed_at


def test_a_closed_attempt_leads_to_its_result_and_an_open_one_to_its_questions(
    client: Client, attempt: Attempt
) -> None:
    assert client.get(page(attempt, "result/"))["Location"] == page(attempt)
    attempting.submit(attempt=attempt, key=uuid4())
    assert client.get(page(attempt))["Location"] == page(attempt, "result/")
    assert client.get(page(attempt, "review/"))["Location"] == page(attempt, "result/")


def test_the_check_names_what_is_open_even_when_half_answered(client: Client, attempt: Attempt) -> None:
    asked = versions(attempt)
    items = [str(choice.uuid) for choice in asked["ordering"].choices.all()]
    client.post(page(attempt), as_fields(attempt, asked["ordering"], {items[0]: 1, items[1]: 1, items[2]: 2}))
    client.post(page(attempt), as_fields(attempt, asked["single"]))
    html = client.get(page(attempt, "review/")).content.decode()
    assert [f"?q={number}" in html for number in range(1, 7)] == [True] * 6
    open_ones = client.get(page(attempt, "review/")).context["open_questions"]
    assert [question.number for question in open_ones] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("language", "why"), [("lo", "EXPLAINED-LO"), ("en", "EXPLAINED:"), ("zh-hans", "EXPLAINED-ZH")]
)
def test_the_result_says_what_was_right_why_and_comments_what_was_picked(
    client: Client, attempt: Attempt, language: str, why: str
) -> None:
    version = versions(attempt)["single"]
    wrong = [str(choice.uuid) for choice in version.choices.all() if not choice.is_right][:1]
    client.post(page(attempt), as_fields(attempt, version, wrong))
    attempting.submit(attempt=attempt, key=uuid4())
    html = client.get(page(attempt, "result/", language)).content.decode()
    assert why in html
    assert "FEEDBACK-WRONG" in html
    assert "FEEDBACK-RIGHT" not in html


def test_the_room_above_says_where_to_go_next_and_whether_to_try_again(client: Client, attempt: Attempt) -> None:
    def teller(attempt: Attempt) -> AttemptContext:
        return AttemptContext(
            title="Lesson 3",
            back=Link(url="/lo/courses/basics/", label="Back to the lesson"),
            attempts_left=2,
            again_url="/lo/again/",
            next=Link(url="/lo/next/", label="Certificate"),
        )

    contexts.register(teller)
    try:
        assert "Lesson 3" in client.get(page(attempt)).content.decode()
        attempting.submit(attempt=attempt, key=uuid4())
        failed = client.get(page(attempt, "result/")).content.decode()
    finally:
        contexts.forget(teller)
    assert 'action="/lo/again/"' in failed
    assert "/lo/next/" not in failed
    assert "/lo/again/" not in client.get(page(attempt, "result/")).content.decode()


def test_no_page_of_the_quiz_is_kept_in_any_cache(client: Client, attempt: Attempt) -> None:
    assert "no-store" in client.get(page(attempt))["Cache-Control"]


def test_the_number_of_queries_does_not_grow_with_the_questions(
    client: Client, learner: User, django_assert_max_num_queries: Any
) -> None:
    small = make_attempt(learner, make_quiz([single()]))
    large = make_attempt(learner, make_quiz([build() for build in SIX] * 4))
    for attempt in (small, large):
        client.get(page(attempt))
        for part in ("", "review/"):
            with django_assert_max_num_queries(12):
                client.get(page(attempt, part))
    answer_all_right(small)
    attempting.submit(attempt=large, key=uuid4())
    with django_assert_max_num_queries(13):
        client.get(page(large, "result/"))
    form = as_fields(small, versions(small)["single"])
    with django_assert_max_num_queries(24):
        client.post(page(small), form)


def test_a_question_in_one_language_only_is_shown_with_that_language_marked(client: Client, learner: User) -> None:
    draft = numeric()
    only_english = type(draft)(kind="numeric", text={"en": "How old?"}, numeric_value=draft.numeric_value)
    attempt = make_attempt(learner, make_quiz([only_english]))
    assert '<span lang="en">How old?</span>' in client.get(page(attempt)).content.decode()


def test_true_comes_before_false_and_other_choices_are_shuffled(client: Client, learner: User) -> None:
    quiz = make_quiz()
    orders = set()
    for number in range(8):
        attempt = make_attempt(learner, quiz, purpose=str(number))
        questions = client.get(page(attempt)).context["questions"]
        assert [option.choice.order for option in questions[2].options] == [1, 2]
        orders.add(tuple(option.choice.order for option in questions[1].options))
        assert all(question.kind in PICKED for question in questions[:3])
    assert len(orders) > 1
