"""What learners answered: attempts, responses, receipts, and what came late or without a session."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.quizzes.models.bank import QuestionVersion
from courses.quizzes.models.quiz import Quiz


class Attempt(models.Model):
    """One try of one learner. Closed means submitted and scored; nothing changes after that.

    ``purpose`` names what it is for, by a key of the room above ("lesson:…", "pre-test:…"), so that the same
    quiz asked for two reasons is two attempts. ``revision`` counts the accepted saves.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="attempts", verbose_name=_("quiz"))
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts", verbose_name=_("learner")
    )
    purpose = models.CharField(max_length=100, blank=True, default="")
    language = models.CharField(_("language"), max_length=10)
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    saved_at = models.DateTimeField(_("last saved"), null=True, editable=False)
    closed_at = models.DateTimeField(_("submitted"), null=True, editable=False)
    score = models.DecimalField(_("score"), max_digits=8, decimal_places=2, null=True, editable=False)
    max_score = models.DecimalField(_("highest score"), max_digits=8, decimal_places=2, null=True, editable=False)
    pass_mark = models.PositiveSmallIntegerField(_("pass mark in per cent"), editable=False)
    passed = models.BooleanField(_("passed"), null=True, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["-started_at"]
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        indexes = [models.Index(fields=["learner", "quiz"], name="quizzes_attempt_by_learner")]
        constraints = [
            models.UniqueConstraint(
                fields=["quiz", "learner", "purpose"],
                condition=Q(closed_at__isnull=True),
                name="quizzes_attempt_one_open_per_purpose",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, score__isnull=True, max_score__isnull=True, passed__isnull=True)
                | Q(closed_at__isnull=False, score__isnull=False, max_score__isnull=False, passed__isnull=False),
                name="quizzes_attempt_scored_when_closed",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=models.F("max_score")),
                name="quizzes_attempt_score_in_range",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def is_open(self) -> bool:
        """Whether answers are still taken."""
        return self.closed_at is None


class AttemptQuestion(models.Model):
    """A version that this attempt asks, at its place; ``earned`` holds its points once the attempt is closed."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="asked")
    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="asked")
    order = models.PositiveSmallIntegerField()
    earned = models.DecimalField(max_digits=8, decimal_places=2, null=True, editable=False)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "version"], name="quizzes_asked_once_in_an_attempt"),
            models.UniqueConstraint(fields=["attempt", "order"], name="quizzes_asked_order_once"),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.version}"


class Response(models.Model):
    """The answer to one question of one attempt: identifiers of choices or a number, never text.

    Its forms are described in ``answers.py``. ``revision`` is the save that wrote it.
    """

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="responses")
    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="responses")
    answer = models.JSONField()
    revision = models.PositiveIntegerField()
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attempt", "version"], name="quizzes_one_response_a_question")]

    def __str__(self) -> str:
        return f"{self.attempt_id}/{self.version_id}"


class Receipt(models.Model):
    """One accepted save: its key and the revision that was answered back. The same key again, the same reply."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="receipts")
    key = models.UUIDField()
    revision = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attempt", "key"], name="quizzes_one_receipt_a_key")]

    def __str__(self) -> str:
        return str(self.key)


class LateAnswer(models.Model):
    """Answers that came after the attempt was closed: kept for the trainer, never scored."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="late_answers")
    key = models.UUIDField()
    answers = models.JSONField()
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attempt", "key"], name="quizzes_one_late_answer_a_key")]

    def __str__(self) -> str:
        return str(self.key)


class ParkedPost(models.Model):
    """A form that arrived without a session: kept for an hour, stored only when its owner confirms it.

    ``secret_digest`` is the hash of what the browser holds in an HttpOnly cookie; the database alone opens nothing.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    secret_digest = models.CharField(max_length=64)
    attempt_uuid = models.UUIDField()
    language = models.CharField(max_length=10)
    query = models.CharField(max_length=100, blank=True)
    fields = models.JSONField()
    parked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["parked_at"], name="quizzes_parked_by_age")]

    def __str__(self) -> str:
        return str(self.uuid)
