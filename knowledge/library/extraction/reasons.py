"""Why a file was refused or could not be read, in words for the person who uploaded it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Code kept in the database, sentence shown to people."""

    EMPTY = "empty", _("The file is empty.")
    NO_PDF = "no-pdf", _("The file is not a PDF, whatever its name says.")
    DAMAGED = "damaged", _("The file is damaged: it ends too early or its inner table is broken.")
    ENCRYPTED = "encrypted", _("The file is protected by a password. Remove the protection and upload it again.")
    ACTIVE = "active", _("The file contains scripts, forms or attachments that act on the reader's machine.")
    TOO_LARGE = "too-large", _("The file is larger than the site accepts.")
    TOO_MANY_PAGES = "too-many-pages", _("The file has more pages than the site accepts.")
    TOO_SLOW = "too-slow", _("Reading the file took too long or too much memory.")
    NO_TEXT = "no-text", _("The pages are pictures without text, as in a scan. They can be read, but not yet searched.")


class Refused(Exception):
    """An upload that must not be kept; ``reason`` says why, ``detail`` names what was found."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason.value} {detail}".strip())
        self.reason = reason
        self.detail = detail
