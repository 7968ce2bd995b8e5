"""Registration, Attendance, TestAttempt: who is expected, who came, and what they knew before and after."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.quizzes.models import Attempt
from courses.workshops.models.pages import WorkshopPage


class Registration(models.Model):
    """A learner has taken a place."""

    workshop = models.ForeignKey(
        WorkshopPage, on_delete=models.CASCADE, related_name="registrations", verbose_name=_("workshop")
    )
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="workshop_registrations",
        verbose_name=_("learner"),
    )
    registered_at = models.DateTimeField(_("registered on"), default=timezone.now)

    class Meta:
        verbose_name = _("place taken")
        verbose_name_plural = _("places taken")
        ordering = ["registered_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["workshop", "learner"], name="workshops_registration_once")]

    def __str__(self) -> str:
        return f"{self.learner} – {self.workshop}"


class Attendance(models.Model):
    """Someone was there. Without an account there is only the name.

    The row outlives its learner: erasure empties ``learner``, an award made on it stays provable.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workshop = models.ForeignKey(
        WorkshopPage, on_delete=models.PROTECT, related_name="attendances", verbose_name=_("workshop")
    )
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name=_("learner"),
    )
    name = models.CharField(_("name"), max_length=200)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("marked by")
    )
    marked_at = models.DateTimeField(_("marked on"), default=timezone.now)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["workshop", "learner"], name="workshops_attendance_once")]

    def __str__(self) -> str:
        return f"{self.name} – {self.workshop}"


class TestAttempt(models.Model):
    """Says of an attempt that it was the test before or after a workshop."""

    __test__ = False  # its name makes pytest look for tests in it

    class Phase(models.TextChoices):
        PRE = "pre", _("Before")
        POST = "post", _("After")

    attempt = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="test_attempt")
    workshop = models.ForeignKey(WorkshopPage, on_delete=models.PROTECT, related_name="tests")
    phase = models.CharField(_("phase"), max_length=4, choices=Phase)

    class Meta:
        verbose_name = _("test of a workshop")
        verbose_name_plural = _("tests of workshops")

    def __str__(self) -> str:
        return f"{self.workshop} {self.phase}"
