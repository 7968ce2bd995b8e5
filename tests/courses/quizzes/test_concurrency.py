"""Real threads on the real database file: committed rows, taken away again by hand."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from courses.quizzes import attempting
from courses.quizzes.attempting import AttemptClosed
from courses.quizzes.models import Attempt, Question, QuestionBank, Quiz
from exchange.accounts.models import User
from tests.factories.quizzes import make_attempt, make_quiz, right_answer, versions


@pytest.fixture
def learner_and_quiz(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[User, Quiz]]:
    with django_db_blocker.unblock():
        learner = User.objects.create_user(f"{uuid4()}@example.org", "correct horse battery")
        quiz = make_quiz()
        questions = list(quiz.questions.all())
        yield learner, quiz
        Attempt.objects.filter(quiz=quiz).delete()
        quiz.delete()
        Question.objects.filter(pk__in=[question.pk for question in questions]).update(current=None)
        Question.objects.filter(pk__in=[question.pk for question in questions]).delete()
        QuestionBank.objects.filter(questions__isnull=True, title="Contributions").delete()
        learner.delete()


def at_once(works: list[Callable[[], object]]) -> list[object]:
    """Run all of them at the same time, each with a connection of its own."""

    def run(work: Callable[[], object]) -> object:
        try:
            return work()
        except AttemptClosed as closed:
            return closed
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def saver(attempt: Attempt, kind: str, key: UUID) -> Callable[[], object]:
    version = versions(attempt)[kind]
    answer = right_answer(version)
    return lambda: attempting.save_response(attempt=attempt, version=version, answer=answer, key=key)


def test_saves_of_many_tabs_all_arrive(learner_and_quiz: tuple[User, Quiz]) -> None:
    learner, quiz = learner_and_quiz
    attempt = make_attempt(learner, quiz)
    kinds = ["single", "multiple", "true-false", "matching", "ordering", "numeric"]
    revisions = at_once([saver(attempt, kind, uuid4()) for kind in kinds])
    assert sorted(revisions) == [1, 2, 3, 4, 5, 6]  # type: ignore[type-var]
    assert attempt.responses.count() == 6


def test_one_key_sent_many_times_at_once_is_one_save(learner_and_quiz: tuple[User, Quiz]) -> None:
    learner, quiz = learner_and_quiz
    attempt = make_attempt(learner, quiz)
    key = uuid4()
    assert set(at_once([saver(attempt, "single", key) for _time in range(6)])) == {1}
    assert attempt.receipts.count() == 1


def test_starting_and_submitting_in_many_windows_is_one_attempt_and_one_submission(
    learner_and_quiz: tuple[User, Quiz],
) -> None:
    learner, quiz = learner_and_quiz
    started = at_once([lambda: make_attempt(learner, quiz)] * 4)
    assert len(set(started)) == 1
    attempt = Attempt.objects.get(learner=learner)
    outcomes = at_once([lambda: attempting.submit(attempt=attempt, key=uuid4()) for _time in range(4)])
    assert [isinstance(outcome, AttemptClosed) for outcome in outcomes].count(False) == 1
    attempt.refresh_from_db()
    assert attempt.receipts.count() == 1
