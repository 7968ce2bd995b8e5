"""Indicator: one row of the comparison."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from exchange.places.fields import BranchListField


class Indicator(models.Model):
    """What is compared: a question that every country answers with a value, its date and its source."""

    class Group(models.TextChoices):
        LAW = "law", _("Law and organization")
        COVERAGE = "coverage", _("Coverage")
        FINANCING = "financing", _("Contributions")
        BENEFITS = "benefits", _("Benefits")
        ADMINISTRATION = "administration", _("Administration and digital services")

    class Unit(models.TextChoices):
        PERCENT = "percent", _("per cent")
        YEARS = "years", _("years")
        DAYS = "days", _("days")
        PERSONS = "persons", _("persons")
        KIP_A_MONTH = "LAK", _("LAK a month")

    code = models.SlugField(_("code"), max_length=60, unique=True)
    group = models.CharField(_("group"), max_length=20, choices=Group, default=Group.BENEFITS)
    label = models.CharField(_("label"), max_length=160)
    help = models.CharField(_("explanation"), max_length=300, blank=True)
    is_number = models.BooleanField(
        _("takes a number"), default=False, help_text=_("A value may still be in words where no single number fits.")
    )
    unit = models.CharField(_("unit"), max_length=10, choices=Unit, blank=True)
    branches = BranchListField(
        _("branches"), default=list, blank=True, help_text=_("Only where the row belongs to certain branches.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.label

    def is_about(self, branch: str) -> bool:
        """Say whether the row belongs to the branch; one that names no branch belongs to all."""
        return not self.branches or branch in self.branches
