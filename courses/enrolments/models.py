"""Enrolment, LessonProgress, CourseAttempt, Completion."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.outline.models import CoursePage, LessonActivity, LessonPage
from courses.quizzes.models import Attempt


class Enrolment(models.Model):
    """One learner in one course, in whatever language they read it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrolments", verbose_name=_("learner")
    )
    course = models.ForeignKey(
        CoursePage, on_delete=models.CASCADE, related_name="enrolments", verbose_name=_("course")
    )
    enrolled_at = models.DateTimeField(_("enrolled on"), default=timezone.now)

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["-enrolled_at"]
        constraints = [models.UniqueConstraint(fields=["learner", "course"], name="enrolments_enrolment_once")]

    def __str__(self) -> str:
        return f"{self.learner} – {self.course}"


class LessonProgress(models.Model):
    """A lesson read to its end: the lesson counts, the language is only recorded."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="lessons_read")
    lesson = models.ForeignKey(LessonPage, on_delete=models.CASCADE, related_name="+", verbose_name=_("lesson"))
    read_at = models.DateTimeField(_("read on"), default=timezone.now)
    language = models.CharField(_("language"), max_length=10)

    class Meta:
        verbose_name = _("progress in a lesson")
        verbose_name_plural = _("progress in lessons")
        ordering = ["read_at"]
        constraints = [models.UniqueConstraint(fields=["enrolment", "lesson"], name="enrolments_lessonprogress_once")]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.lesson}"


class CourseAttempt(models.Model):
    """Says of an attempt that it was made for an activity of a course, by an enrolled learner."""

    attempt = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="course_attempt")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attempts")
    #: Empty once a trainer has taken the activity out of the lesson; the attempt itself stays.
    activity = models.ForeignKey(LessonActivity, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("attempt in a course")
        verbose_name_plural = _("attempts in courses")

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.attempt_id}"


class Completion(models.Model):
    """All requirements of a course met, with the rule and the facts as they were on that day.

    The row outlives its learner: erasure empties `learner` and removes the enrolment, a certificate that was issued
    on it stays provable. Later edits of the course neither grant nor revoke it.
    """

    enrolment = models.OneToOneField(Enrolment, on_delete=models.SET_NULL, null=True, related_name="completion")
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="completions",
        verbose_name=_("learner"),
    )
    course = models.ForeignKey(
        CoursePage, on_delete=models.PROTECT, related_name="completions", verbose_name=_("course")
    )
    completed_at = models.DateTimeField(_("completed on"), default=timezone.now)
    score = models.DecimalField(
        _("score in per cent"), max_digits=5, decimal_places=1, null=True, help_text=_("Mean of the required quizzes.")
    )
    facts = models.JSONField(_("rule and facts"), default=dict)

    class Meta:
        verbose_name = _("completion")
        verbose_name_plural = _("completions")
        ordering = ["-completed_at"]

    def __str__(self) -> str:
        return f"{self.course} {self.completed_at:%Y-%m-%d}"
