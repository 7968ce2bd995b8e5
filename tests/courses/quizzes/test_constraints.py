from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from courses.quizzes.models import Attempt, Choice, LateAnswer, Question, QuestionVersion, Quiz, Receipt, Response
from exchange.accounts.models import User
from tests.factories.quizzes import make_attempt, make_quiz, versions

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(learner: User) -> Attempt:
    return make_attempt(learner)


def refuses(write: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return True
    return False


def test_the_database_itself_refuses_rows_that_must_not_be(attempt: Attempt, learner: User) -> None:
    quiz, version = attempt.quiz, versions(attempt)["single"]
    key = uuid4()
    Receipt.objects.create(attempt=attempt, key=key, revision=1)
    LateAnswer.objects.create(attempt=attempt, key=key, answers={})
    Response.objects.create(attempt=attempt, version=version, answer=[], revision=1)
    row = quiz.quiz_questions.all()[0]
    choice = version.choices.all()[0]
    impossible: dict[str, Callable[[], object]] = {
        "two responses to one question": lambda: Response.objects.create(
            attempt=attempt, version=version, answer=[], revision=2
        ),
        "two receipts for one key": lambda: Receipt.objects.create(attempt=attempt, key=key, revision=2),
        "two late answers for one key": lambda: LateAnswer.objects.create(attempt=attempt, key=key, answers={}),
        "two open attempts for one purpose": lambda: Attempt.objects.create(
            quiz=quiz, learner=learner, language="lo", pass_mark=60
        ),
        "closed without a score": lambda: Attempt.objects.filter(pk=attempt.pk).update(closed_at=timezone.now()),
        "a score above the highest": lambda: Attempt.objects.filter(pk=attempt.pk).update(
            closed_at=timezone.now(), score=7, max_score=6, passed=True
        ),
        "a question twice in a quiz": lambda: type(row).objects.create(quiz=quiz, question=row.question),
        "a question asked twice": lambda: attempt.asked.create(version=version, order=99),
        "two questions at one place": lambda: attempt.asked.create(version=version, order=1),
        "a pass mark above 100": lambda: Quiz.objects.create(pass_mark=101),
        "no attempt allowed": lambda: Quiz.objects.create(attempts_allowed=0),
        "a kind nobody grades": lambda: Question.objects.filter(pk=version.question_id).update(kind="essay"),
        "a version without worth": lambda: QuestionVersion.objects.filter(pk=version.pk).update(points=0),
        "a version number twice": lambda: QuestionVersion.objects.create(question=version.question, number=1),
        "a tolerance below zero": lambda: QuestionVersion.objects.filter(pk=version.pk).update(tolerance=-1),
        "two choices at one place": lambda: Choice.objects.create(version=version, order=choice.order),
        "a choice in place 0": lambda: Choice.objects.filter(pk=choice.pk).update(right_position=0),
    }
    assert [what for what, write in impossible.items() if not refuses(write)] == []


def test_what_was_asked_cannot_be_deleted(attempt: Attempt) -> None:
    version = versions(attempt)["single"]
    for doomed in (version, version.question, attempt.quiz):
        with pytest.raises(IntegrityError), transaction.atomic():
            doomed.delete()


def test_the_same_quiz_for_two_purposes_is_two_attempts(learner: User) -> None:
    quiz = make_quiz()
    before = make_attempt(learner, quiz, purpose="pre-test:1")
    after = make_attempt(learner, quiz, purpose="post-test:1")
    assert before != after
    assert make_attempt(learner, quiz, purpose="pre-test:1") == before
