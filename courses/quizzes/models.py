"""The stock of questions, the quizzes made of it, and what learners answered."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from courses.quizzes.kinds import Kind
from exchange.content_i18n import own_or_fallback


def _said(instance: models.Model, field: str) -> str:
    """The text in the language of the reader, or in the one that stands in for it."""
    return str(own_or_fallback(instance, field).value or "")


class QuestionBank(models.Model):
    """The stock: questions on one subject, whatever quizzes they are asked in."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=200)

    class Meta:
        ordering = ["title"]
        verbose_name = _("question bank")
        verbose_name_plural = _("question banks")

    def __str__(self) -> str:
        return self.title


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions with what a list shows of them."""

    def with_current(self) -> Self:
        """Load the version that is asked today, with its choices."""
        return self.select_related("current", "bank").prefetch_related("current__choices")


class Question(models.Model):
    """An item of a bank. What it says stands in its versions; ``current`` is the one that is asked today."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    bank = models.ForeignKey(
        QuestionBank, on_delete=models.PROTECT, related_name="questions", verbose_name=_("question bank")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    current = models.OneToOneField(
        "QuestionVersion", on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [models.CheckConstraint(condition=Q(kind__in=Kind.values), name="quizzes_question_known_kind")]

    def __str__(self) -> str:
        return str(self.current) if self.current else str(self.uuid)

    @property
    def current_version(self) -> "QuestionVersion":
        """The version that is asked today; every question that ``authoring`` wrote has one."""
        if self.current is None:
            raise QuestionVersion.DoesNotExist(f"question {self.uuid} has no version")
        return self.current


class QuestionVersion(models.Model):
    """The words, choices and right answer of a question at one time.

    Once it has been put before a learner only its words may be corrected (``authoring.correct_wording``);
    anything else makes the next version (``authoring.edit_question``).
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(default=1)
    text = models.TextField(_("question"), blank=True)
    explanation = models.TextField(_("why this is right"), blank=True)
    points = models.PositiveSmallIntegerField(_("points"), default=1, validators=[MinValueValidator(1)])
    numeric_value = models.DecimalField(_("right number"), max_digits=24, decimal_places=6, null=True, blank=True)
    tolerance = models.DecimalField(_("tolerance"), max_digits=24, decimal_places=6, default=0)
    unit = models.CharField(_("unit"), max_length=60, blank=True)

    class Meta:
        ordering = ["question", "number"]
        verbose_name = _("version of a question")
        verbose_name_plural = _("versions of questions")
        constraints = [
            models.UniqueConstraint(fields=["question", "number"], name="quizzes_version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="quizzes_version_counts_from_1"),
            models.CheckConstraint(condition=Q(points__gte=1), name="quizzes_version_worth_a_point"),
            models.CheckConstraint(condition=Q(tolerance__gte=0), name="quizzes_version_tolerance_not_negative"),
        ]

    def __str__(self) -> str:
        return _said(self, "text")

    @property
    def kind(self) -> Kind:
        """The kind of the question, the same for all its versions."""
        return Kind(self.question.kind)

    @property
    def has_been_asked(self) -> bool:
        """Whether a learner has ever seen this version in an attempt."""
        return self.asked.exists()


class Choice(models.Model):
    """An option of a question; in matching an item and its partner, in ordering an item and its place.

    ``match_uuid`` names the partner in forms and answers: were it named by ``uuid``, the page would tell
    which partner belongs to which item.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    version = models.ForeignKey(QuestionVersion, on_delete=models.CASCADE, related_name="choices")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(_("choice"), blank=True)
    feedback = models.TextField(_("feedback"), blank=True)
    is_right = models.BooleanField(_("right"), default=False)
    match_text = models.TextField(_("partner"), blank=True)
    match_uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    right_position = models.PositiveSmallIntegerField(_("right place"), null=True, blank=True)

    class Meta:
        ordering = ["version", "order"]
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        constraints = [
            models.UniqueConstraint(fields=["version", "order"], name="quizzes_choice_order_once"),
            models.UniqueConstraint(fields=["version", "right_position"], name="quizzes_choice_place_once"),
            models.CheckConstraint(
                condition=Q(right_position__isnull=True) | Q(right_position__gte=1), name="quizzes_choice_place_from_1"
            ),
        ]

    def __str__(self) -> str:
        return _said(self, "text")


class Quiz(ClusterableModel):
    """A set of questions with a pass mark."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=200, blank=True)
    instructions = models.TextField(_("instructions"), blank=True)
    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark in per cent"), default=60, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    attempts_allowed = models.PositiveSmallIntegerField(
        _("attempts allowed"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Leave empty to let learners try as often as they like."),
    )
    shuffle_questions = models.BooleanField(_("ask the questions in a different order each time"), default=False)
    shuffle_choices = models.BooleanField(_("show the choices in a different order each time"), default=True)
    questions = models.ManyToManyField(Question, through="QuizQuestion", related_name="quizzes", editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")
        constraints = [
            models.CheckConstraint(
                condition=Q(pass_mark__gte=1, pass_mark__lte=100), name="quizzes_quiz_pass_mark_is_per_cent"
            ),
            models.CheckConstraint(
                condition=Q(attempts_allowed__isnull=True) | Q(attempts_allowed__gte=1),
                name="quizzes_quiz_allows_an_attempt",
            ),
        ]

    def __str__(self) -> str:
        return _said(self, "title") or str(self.uuid)


class QuizQuestion(models.Model):
    """A question's place in a quiz."""

    quiz = ParentalKey(Quiz, on_delete=models.CASCADE, related_name="quiz_questions")
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="quiz_questions", verbose_name=_("question")
    )
    order = models.PositiveIntegerField(default=0, editable=False)
    sort_order_field = "order"

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["quiz", "question"], name="quizzes_question_once_in_a_quiz")]

    def __str__(self) -> str:
        return f"{self.order}. {self.question}"


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
