"""An attempt from its first question to its score. Every verb is one transaction and locks the attempt.

The promise to the learner: what was acknowledged is stored, what was sent twice is stored once, and nothing that
was sent is thrown away without a word.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from courses.quizzes.answers import Answer, answer_key, clean, shuffled
from courses.quizzes.grading import grade, points, total
from courses.quizzes.models import Attempt, AttemptQuestion, LateAnswer, QuestionVersion, Quiz, Receipt, Response
from courses.quizzes.signals import attempt_submitted
from exchange.accounts.models import User


class AttemptClosed(Exception):
    """The attempt was submitted before: it takes no answers any more. ``attempt`` says when and how it ended."""

    def __init__(self, attempt: Attempt) -> None:
        super().__init__(f"attempt {attempt.uuid} is closed")
        self.attempt = attempt


class QuizIsEmpty(Exception):
    """The quiz has no question to ask."""


@transaction.atomic
def start(*, quiz: Quiz, learner: User, language: str, purpose: str = "") -> Attempt:
    """Start an attempt, or return the one that stands open for this purpose.

    Args:
        quiz: what is asked.
        learner: who answers.
        language: language the learner begins in; a later switch changes nothing.
        purpose: key of what the attempt is for. Limits on attempts are counted by the caller, before.

    Raises:
        QuizIsEmpty: there is no question to ask.
    """
    open_one = {"quiz": quiz, "learner": learner, "purpose": purpose, "closed_at": None}
    standing = Attempt.objects.filter(**open_one).first()
    if standing:
        return standing
    versions = _versions_of(quiz)
    if not versions:
        raise QuizIsEmpty(str(quiz.uuid))
    try:
        with transaction.atomic():
            attempt = Attempt.objects.create(
                quiz=quiz, learner=learner, purpose=purpose, language=language, pass_mark=quiz.pass_mark
            )
    except IntegrityError:  # another tab was a moment faster
        return Attempt.objects.get(**open_one)
    if quiz.shuffle_questions:
        questions = {version.question.uuid: version for version in versions}
        order = shuffled([version.question for version in versions], seed=str(attempt.uuid))
        versions = [questions[question.uuid] for question in order]
    AttemptQuestion.objects.bulk_create(
        AttemptQuestion(attempt=attempt, version=version, order=order) for order, version in enumerate(versions, 1)
    )
    return attempt


def _versions_of(quiz: Quiz) -> list[QuestionVersion]:
    rows = quiz.quiz_questions.select_related("question__current__question").order_by("order", "pk")
    return [row.question.current for row in rows if row.question.current is not None]


def save_response(*, attempt: Attempt, version: QuestionVersion, answer: object, key: UUID) -> int:
    """Store the answer to one question; see ``save_responses``."""
    return save_responses(attempt=attempt, answers={version: answer}, key=key)


@transaction.atomic
def save_responses(
    *, attempt: Attempt, answers: Mapping[QuestionVersion, object], key: UUID, language: str = ""
) -> int:
    """Store answers under one key, all of them or none.

    Args:
        attempt: an open attempt.
        answers: what the learner chose, by version; ``answers.clean`` says in which forms.
        key: made where the learner answered; the same key again changes nothing and gives the same reply.
        language: language the numbers are written in; that of the attempt when empty.

    Returns:
        The revision of the attempt after this save.

    Raises:
        AttemptClosed: it was submitted; the answers are kept as late answers by ``keep_late``, not here.
        answers.UnknownChoice, answers.TooManyChoices, answers.UnreadableNumber: nothing was stored.
        QuestionVersion.DoesNotExist: the attempt does not ask this question.
    """
    locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
    receipt = Receipt.objects.filter(attempt=locked, key=key).first()
    if receipt:
        return receipt.revision
    if not locked.is_open:
        raise AttemptClosed(locked)
    asked = set(locked.asked.filter(version__in=list(answers)).values_list("version_id", flat=True))
    if any(version.pk not in asked for version in answers):
        raise QuestionVersion.DoesNotExist("The attempt does not ask this question.")
    language = language or locked.language
    cleaned = {version: clean(version, answer, language=language) for version, answer in answers.items()}
    locked.revision += 1
    locked.saved_at = timezone.now()
    locked.save(update_fields=["revision", "saved_at"])
    for version, answer in cleaned.items():
        Response.objects.update_or_create(
            attempt=locked, version=version, defaults={"answer": answer, "revision": locked.revision}
        )
    Receipt.objects.create(attempt=locked, key=key, revision=locked.revision)
    attempt.revision, attempt.saved_at = locked.revision, locked.saved_at
    return locked.revision


def keep_late(*, attempt: Attempt, answers: Mapping[str, Any], key: UUID) -> LateAnswer:
    """Keep answers that came after submission, for the trainer to look at; the same key is kept once."""
    late, _created = LateAnswer.objects.get_or_create(attempt=attempt, key=key, defaults={"answers": dict(answers)})
    return late


@transaction.atomic
def submit(*, attempt: Attempt, key: UUID) -> Attempt:
    """Close the attempt and score it; the rooms above hear of it in the same transaction.

    Args:
        attempt: the attempt.
        key: the same key again returns the closed attempt and changes nothing.

    Raises:
        AttemptClosed: it was submitted under another key.
    """
    # Only the attempt is locked: a lock on the quiz would make all its learners wait for each other.
    locked = Attempt.objects.select_for_update(of=("self",)).select_related("quiz", "learner").get(pk=attempt.pk)
    if Receipt.objects.filter(attempt=locked, key=key).exists() and not locked.is_open:
        return locked
    if not locked.is_open:
        raise AttemptClosed(locked)
    responses = responses_of(locked)
    asked = list(locked.asked.select_related("version__question").prefetch_related("version__choices"))
    shares = [(grade(key=answer_key(row.version), answer=responses.get(row.version_id)), row) for row in asked]
    for share, row in shares:
        row.earned = points(share, row.version.points)
    AttemptQuestion.objects.bulk_update(asked, ["earned"])
    result = total(shares=[(share, row.version.points) for share, row in shares], pass_mark=locked.pass_mark)
    locked.score, locked.max_score, locked.passed = result.score, result.max_score, result.passed
    locked.closed_at = timezone.now()
    locked.revision += 1
    locked.save(update_fields=["score", "max_score", "passed", "closed_at", "revision"])
    Receipt.objects.create(attempt=locked, key=key, revision=locked.revision)
    attempt_submitted.send(sender=Attempt, attempt=locked)
    return locked


def responses_of(attempt: Attempt) -> dict[int, Answer]:
    """Return the stored answers by version id."""
    return dict(attempt.responses.values_list("version_id", "answer"))


def attempts_used(*, quiz: Quiz, learner: User, purpose: str = "") -> int:
    """Count the submitted attempts of a learner for a purpose, for callers that keep a limit."""
    return Attempt.objects.filter(quiz=quiz, learner=learner, purpose=purpose, closed_at__isnull=False).count()
