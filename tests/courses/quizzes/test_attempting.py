from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from courses.quizzes import attempting
from courses.quizzes.answers import TooManyChoices, UnknownChoice, UnreadableNumber, shuffled
from courses.quizzes.models import Attempt, QuestionVersion, Quiz, Response
from courses.quizzes.signals import attempt_submitted
from exchange.accounts.models import User
from tests.factories.quizzes import answer_all_right, make_attempt, make_quiz, right_answer, single, versions

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(learner: User) -> Attempt:
    return make_attempt(learner)


def test_an_open_attempt_is_resumed_whatever_the_language(learner: User) -> None:
    quiz = make_quiz()
    first = attempting.start(quiz=quiz, learner=learner, language="lo")
    assert attempting.start(quiz=quiz, learner=learner, language="en") == first
    assert first.language == "lo"


def test_a_quiz_without_questions_is_not_started(learner: User) -> None:
    with pytest.raises(attempting.QuizIsEmpty):
        attempting.start(quiz=Quiz.objects.create(), learner=learner, language="lo")


def test_every_kind_answered_right_earns_everything(attempt: Attempt) -> None:
    answer_all_right(attempt)
    closed = attempting.submit(attempt=attempt, key=uuid4())
    assert (closed.score, closed.max_score, closed.passed) == (Decimal(6), Decimal(6), True)
    assert [row.earned for row in closed.asked.all()] == [1] * 6


def test_nothing_answered_is_not_passed(attempt: Attempt) -> None:
    closed = attempting.submit(attempt=attempt, key=uuid4())
    assert (closed.score, closed.passed) == (Decimal(0), False)


def test_the_same_key_is_stored_once_and_gives_the_same_reply(attempt: Attempt) -> None:
    version, key = versions(attempt)["single"], uuid4()
    first = attempting.save_response(attempt=attempt, version=version, answer=right_answer(version), key=key)
    again = attempting.save_response(attempt=attempt, version=version, answer=[], key=key)
    assert first == again == 1
    assert Response.objects.get(version=version).answer == right_answer(version)
    assert attempt.receipts.count() == 1


def test_two_tabs_wipe_nothing_of_each_other(attempt: Attempt) -> None:
    asked = versions(attempt)
    for kind in ("single", "multiple"):
        tab = Attempt.objects.get(pk=attempt.pk)
        attempting.save_response(attempt=tab, version=asked[kind], answer=right_answer(asked[kind]), key=uuid4())
    assert attempt.responses.count() == 2
    assert Attempt.objects.get(pk=attempt.pk).revision == 2


@pytest.mark.parametrize(
    ("kind", "answer", "refusal"),
    [
        ("single", ["11111111-1111-4111-8111-111111111111"], UnknownChoice),
        ("single", "nonsense", UnknownChoice),
        ("single", "both", TooManyChoices),
        ("matching", {"x": "y"}, UnknownChoice),
        ("ordering", "place 9", UnknownChoice),
        ("numeric", "about four", UnreadableNumber),
    ],
)
def test_what_cannot_be_an_answer_is_refused_and_the_old_one_stays(
    attempt: Attempt, kind: str, answer: Any, refusal: type[Exception]
) -> None:
    version = versions(attempt)[kind]
    uuids = [str(choice.uuid) for choice in version.choices.all()]
    answer = {"both": uuids[:2], "place 9": {uuids[0]: 9} if uuids else {}}.get(str(answer), answer)
    attempting.save_response(attempt=attempt, version=version, answer=right_answer(version), key=uuid4())
    before = Response.objects.get(version=version).answer
    with pytest.raises(refusal):
        attempting.save_response(attempt=attempt, version=version, answer=answer, key=uuid4())
    assert Response.objects.get(version=version).answer == before
    assert Attempt.objects.get(pk=attempt.pk).revision == 1


def test_one_bad_answer_keeps_the_whole_save_out(attempt: Attempt) -> None:
    asked = versions(attempt)
    answers = {asked["single"]: right_answer(asked["single"]), asked["numeric"]: "x"}
    with pytest.raises(UnreadableNumber):
        attempting.save_responses(attempt=attempt, answers=answers, key=uuid4())
    assert attempt.responses.count() == 0


def test_a_question_of_another_quiz_is_refused(attempt: Attempt) -> None:
    foreign = make_quiz([single()]).questions.get().current
    with pytest.raises(QuestionVersion.DoesNotExist):
        attempting.save_response(attempt=attempt, version=foreign, answer=right_answer(foreign), key=uuid4())


def test_after_submission_nothing_is_taken_but_a_known_key_is_still_acknowledged(attempt: Attempt) -> None:
    version, key = versions(attempt)["single"], uuid4()
    attempting.save_response(attempt=attempt, version=version, answer=right_answer(version), key=key)
    attempting.submit(attempt=attempt, key=uuid4())
    assert attempting.save_response(attempt=attempt, version=version, answer=[], key=key) == 1
    with pytest.raises(attempting.AttemptClosed):
        attempting.save_response(attempt=attempt, version=version, answer=[], key=uuid4())
    assert Response.objects.get(version=version).answer == right_answer(version)


def test_submitting_twice_scores_once_and_tells_the_world_once(attempt: Attempt) -> None:
    heard: list[Attempt] = []

    def listen(attempt: Attempt, **kwargs: Any) -> None:
        heard.append(attempt)

    attempt_submitted.connect(listen)
    try:
        key = uuid4()
        first = attempting.submit(attempt=attempt, key=key)
        second = attempting.submit(attempt=attempt, key=key)
        with pytest.raises(attempting.AttemptClosed):
            attempting.submit(attempt=attempt, key=uuid4())
    finally:
        attempt_submitted.disconnect(listen)
    assert first.closed_at == second.closed_at
    assert heard == [first]


def test_late_answers_are_kept_once_and_not_scored(attempt: Attempt) -> None:
    attempting.submit(attempt=attempt, key=uuid4())
    key = uuid4()
    attempting.keep_late(attempt=attempt, answers={"1": "x"}, key=key)
    attempting.keep_late(attempt=attempt, answers={"1": "x"}, key=key)
    assert attempt.late_answers.get().answers == {"1": "x"}
    assert Attempt.objects.get(pk=attempt.pk).score == 0


def test_a_changed_pass_mark_does_not_reach_attempts_that_have_begun(attempt: Attempt) -> None:
    Quiz.objects.update(pass_mark=100)
    answers = {v: right_answer(v) for kind, v in versions(attempt).items() if kind != "numeric"}
    attempting.save_responses(attempt=attempt, answers=answers, key=uuid4())
    assert attempting.submit(attempt=attempt, key=uuid4()).passed


def test_shuffling_is_stable_within_an_attempt_and_differs_between_attempts(learner: User) -> None:
    quiz = make_quiz(shuffle_questions=True)
    orders = set()
    for number in range(6):
        attempt = make_attempt(learner, quiz, purpose=str(number))
        orders.add(tuple(attempt.asked.values_list("version_id", flat=True)))
    assert len(orders) > 1
    choices = list(versions(attempt)["multiple"].choices.all())
    assert shuffled(choices, seed="a") == shuffled(choices[::-1], seed="a")
    assert len({tuple(c.pk for c in shuffled(choices, seed=str(seed))) for seed in range(9)}) > 1
