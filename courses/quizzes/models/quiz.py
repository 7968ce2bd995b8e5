"""Quizzes: which questions, in which order, with which pass mark."""

from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from courses.quizzes.models.bank import Question
from courses.quizzes.models.words import said


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
        return said(self, "title") or str(self.uuid)


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
