"""The stock: banks, questions, their versions and choices."""

from typing import Self
from uuid import uuid4

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.quizzes.kinds import Kind
from courses.quizzes.models.words import said


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
        return said(self, "text")

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
        return said(self, "text")
