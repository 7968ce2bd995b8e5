"""Award, Certificate, CertificateEvent: rows that are written once and never deleted."""

import uuid
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.certificates import codes
from courses.enrolments.models import Completion
from courses.workshops.models import Attendance


class NeverDeleted(Exception):
    """The register of certificates keeps every row; a certificate is revoked instead."""


class AlreadyWritten(Exception):
    """A row, or a part of one, that is written once was to be changed."""


class KeptQuerySet(models.QuerySet[Any]):
    """Rows that code cannot delete by mistake."""

    def delete(self) -> NoReturn:
        """Refuse.

        Raises:
            NeverDeleted: always.
        """
        raise NeverDeleted(f"{self.model._meta.verbose_name_plural} are kept")


class KeptModel(models.Model):
    """A row that outlives the account, the course and the editor's change of mind."""

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse.

        Raises:
            NeverDeleted: always.
        """
        raise NeverDeleted(f"{self._meta.verbose_name} {self.pk} is kept")


class Award(KeptModel):
    """What one person earned, with the facts as they were on that day; certificates are drawn from ``snapshot``.

    Erasure of an account empties ``holder``; ``holder_reference`` still tells which awards were one person's.
    What the snapshot holds is described in ``snapshots.py``.
    """

    class Kind(models.TextChoices):
        COMPLETION = "completion", _("Completion of a course")
        PARTICIPATION = "participation", _("Participation in a course")
        ATTENDANCE = "attendance", _("Attendance of a workshop")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="awards",
        verbose_name=_("holder"),
    )
    holder_reference = models.UUIDField(db_index=True, editable=False)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    completion = models.ForeignKey(Completion, on_delete=models.PROTECT, null=True, related_name="awards")
    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, null=True, related_name="awards")
    awarded_at = models.DateTimeField(_("awarded on"), default=timezone.now, editable=False)
    snapshot = models.JSONField(_("facts as printed"))

    objects = KeptQuerySet.as_manager()

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["-awarded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(completion__isnull=False, attendance__isnull=True)
                | Q(completion__isnull=True, attendance__isnull=False),
                name="certificates_award_for_one_thing",
            ),
            models.UniqueConstraint(
                fields=["completion", "kind"], condition=Q(completion__isnull=False), name="certificates_award_once"
            ),
            models.UniqueConstraint(
                fields=["attendance", "kind"],
                condition=Q(attendance__isnull=False),
                name="certificates_award_once_a_workshop",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.snapshot.get('name', '')}: {self.get_kind_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; once a certificate was issued the facts stand.

        Raises:
            AlreadyWritten: the snapshot of an issued award was to be changed.
        """
        if self.pk and self.certificates.exists():
            before = type(self).objects.values_list("snapshot", flat=True).get(pk=self.pk)
            if before != self.snapshot:
                raise AlreadyWritten("a certificate shows these facts; re-issue it instead")
        super().save(*args, **kwargs)


class Certificate(KeptModel):
    """One sheet of an award, in one language or several, with its verification code."""

    class Status(models.TextChoices):
        VALID = "valid", _("Valid")
        REVOKED = "revoked", _("Revoked")

    class Reason(models.TextChoices):
        """Why a certificate was revoked, in words that anybody may read."""

        ISSUED_IN_ERROR = "issued-in-error", _("It was issued in error.")
        WRONG_FACTS = "wrong-facts", _("It stated something that is not correct.")
        RULES_NOT_KEPT = "rules-not-kept", _("The rules of the assessment were not kept.")
        HOLDER_ASKED = "holder-asked", _("Its holder asked for it.")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="certificates", verbose_name=_("award"))
    #: Codes in alphabetical order with commas between: "lo", "en,lo,zh-hans".
    languages = models.CharField(_("languages"), max_length=60)
    issue_number = models.PositiveSmallIntegerField(_("issue number"), default=1)
    code = models.CharField(_("verification code"), max_length=16, unique=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.VALID)
    issued_at = models.DateTimeField(_("issued on"), default=timezone.now)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    file = models.FileField(_("file"), upload_to="certificates", blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, db_index=True)
    revoked_at = models.DateTimeField(_("revoked on"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("revoked by")
    )
    revocation_category = models.CharField(_("reason shown to everybody"), max_length=20, blank=True, choices=Reason)
    revocation_note = models.TextField(_("internal note"), blank=True)

    objects = KeptQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["award", "languages", "issue_number"], name="certificates_sheet_once"),
            models.CheckConstraint(
                condition=Q(status="valid", revoked_at__isnull=True, revocation_category="")
                | (Q(status="revoked", revoked_at__isnull=False) & ~Q(revocation_category="")),
                name="certificates_revoked_with_date_and_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.shown_code

    @property
    def shown_code(self) -> str:
        """The code as people read it: ``7281-TRCJ-D7GJ-HF8J``."""
        return codes.shown(self.code)

    @property
    def language_codes(self) -> list[str]:
        """The languages of the sheet."""
        return self.languages.split(",")

    @property
    def is_drawn(self) -> bool:
        """Say whether the file stands; a row without one was interrupted and is finished by the next try."""
        return bool(self.sha256)


class EventQuerySet(KeptQuerySet):
    """Entries of a log: added, never changed."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse.

        Raises:
            AlreadyWritten: always.
        """
        raise AlreadyWritten("events are only added")


class CertificateEvent(KeptModel):
    """What happened to a certificate, when and by whom: a log that only grows."""

    class Kind(models.TextChoices):
        ISSUED = "issued", _("Issued")
        REVOKED = "revoked", _("Revoked")

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(_("what happened"), max_length=20, choices=Kind)
    at = models.DateTimeField(_("when"), default=timezone.now)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    details = models.JSONField(_("details"), default=dict)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event of a certificate")
        verbose_name_plural = _("events of certificates")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.get_kind_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry.

        Raises:
            AlreadyWritten: the entry stands already.
        """
        if self.pk:
            raise AlreadyWritten("events are only added")
        super().save(*args, **kwargs)
