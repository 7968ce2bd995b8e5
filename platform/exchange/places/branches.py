"""The nine branches of social security."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Branch(models.TextChoices):
    """Contingencies of the ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Parts II–X."""

    MEDICAL_CARE = "medical-care", _("Medical care")
    SICKNESS = "sickness", _("Sickness")
    UNEMPLOYMENT = "unemployment", _("Unemployment")
    OLD_AGE = "old-age", _("Old age")
    EMPLOYMENT_INJURY = "employment-injury", _("Employment injury")
    FAMILY = "family", _("Family")
    MATERNITY = "maternity", _("Maternity")
    INVALIDITY = "invalidity", _("Invalidity")
    SURVIVORS = "survivors", _("Survivors")
