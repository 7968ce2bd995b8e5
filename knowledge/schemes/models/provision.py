"""Provision: one value of one country, with its date and its source; Citation: the page where it can be read."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from exchange.content_i18n import has_own_text
from exchange.languages import SCHEMA_LANGUAGES, column
from exchange.places.models import Country
from knowledge.schemes.choosers import DocumentSelect
from knowledge.schemes.models.indicator import Indicator
from knowledge.schemes.models.scheme import Scheme


def _no_text() -> Q:
    """The condition that no language has a text."""
    condition = Q()
    for code in SCHEMA_LANGUAGES:
        name = column("text", code)
        condition &= Q(**{f"{name}__isnull": True}) | Q(**{name: ""})
    return condition


def _some_text() -> Q:
    """The condition that at least one language has a text; never unknown, which a database would let pass."""
    condition = Q()
    for code in SCHEMA_LANGUAGES:
        name = column("text", code)
        condition |= Q(**{f"{name}__isnull": False}) & ~Q(**{name: ""})
    return condition


class Provision(ClusterableModel):
    """One rule or figure: a number or a text, for whom, as of when, according to whom.

    Rows that contradict each other stand together: which of them is right is not for a database to say. A row that
    replaces an older one points to it by ``supersedes``; the older one remains as history.
    """

    class ReviewState(models.TextChoices):
        VERIFIED = "verified", _("Value verified")
        UNVERIFIED = "unverified", _("Value not verified")

    class Precision(models.TextChoices):
        DAY = "day", _("day")
        MONTH = "month", _("month")
        YEAR = "year", _("year")

    class DateKind(models.TextChoices):
        IN_FORCE_FROM = "in-force-from", _("the rule holds from this date")
        IN_FORCE_UNTIL = "in-force-until", _("the rule held until this date")
        ADOPTED = "adopted", _("the act or decision was taken on this date")
        COUNTED = "counted", _("the figure was counted on this date")
        PUBLISHED = "published", _("the source was published on this date")
        SEEN = "seen", _("the source carries no date; it was read on this date")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="provisions", verbose_name=_("country"))
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="provisions", verbose_name=_("indicator")
    )
    scheme = models.ForeignKey(
        Scheme, on_delete=models.PROTECT, null=True, blank=True, related_name="provisions", verbose_name=_("scheme")
    )
    number = models.DecimalField(_("number"), max_digits=18, decimal_places=4, null=True, blank=True)
    text = models.CharField(_("text"), max_length=400, blank=True)
    population = models.CharField(_("for whom"), max_length=300, blank=True)
    as_of = models.DateField(_("date"))
    as_of_precision = models.CharField(_("exact to the"), max_length=5, choices=Precision, default=Precision.DAY)
    as_of_kind = models.CharField(
        _("meaning of the date"), max_length=15, choices=DateKind, default=DateKind.IN_FORCE_FROM
    )
    article = models.CharField(_("article"), max_length=120, blank=True)
    source_text = models.CharField(_("source"), max_length=300, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    review_state = models.CharField(
        _("state"), max_length=10, choices=ReviewState, default=ReviewState.UNVERIFIED, editable=False
    )
    supersedes = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("replaces the older value"),
    )

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        ordering = ["indicator", "country", "-as_of", "pk"]
        constraints = [
            models.CheckConstraint(
                name="schemes_provision_number_or_text",
                condition=(Q(number__isnull=False) & _no_text()) | (Q(number__isnull=True) & _some_text()),
                violation_error_message=_("Give either a number or a text, not both and not neither."),
            ),
            models.CheckConstraint(
                name="schemes_provision_not_its_own_successor",
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=models.F("pk")),
                violation_error_message=_("A value cannot replace itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} · {self.indicator} · {self.as_of}"

    def get_absolute_url(self) -> str:
        """Return the permanent address of this value in the language being read."""
        return reverse("schemes:provision", args=[self.uuid])

    @property
    def is_verified(self) -> bool:
        """Whether an editor has compared the value with its source."""
        return self.review_state == self.ReviewState.VERIFIED

    def clean(self) -> None:
        """Refuse a value that contradicts itself.

        Raises:
            ValidationError: no source is named, a number stands in a row of words, the scheme is another
                country's, or the value replaced belongs to another cell or would close a circle.
        """
        super().clean()
        errors: dict[str, Any] = {}
        if not any(has_own_text(self, "source_text", code) for code in SCHEMA_LANGUAGES):
            errors["source_text_en"] = _("Name the source in at least one language.")
        if self.indicator_id and self.number is not None and not self.indicator.is_number:
            errors["number"] = _("This indicator takes words. Write the value as text.")
        if self.scheme is not None and self.scheme.country_id != self.country_id:
            errors["scheme"] = _("This scheme belongs to another country.")
        if self.supersedes is not None:
            older = self.supersedes
            if (older.country_id, older.indicator_id) != (self.country_id, self.indicator_id):
                errors["supersedes"] = _("Choose a value of the same country and indicator.")
            elif self.pk and self._would_replace_itself():
                errors["supersedes"] = _("These values would replace each other in a circle.")
        if errors:
            raise ValidationError(errors)

    def _would_replace_itself(self) -> bool:
        older, seen = self.supersedes, set()
        while older is not None and older.pk not in seen:
            if older.pk == self.pk:
                return True
            seen.add(older.pk)
            older = older.supersedes
        return False


class Citation(models.Model):
    """The page of one of our documents where the value can be read.

    Plain numbers and no foreign key: a cited page keeps its address when the document is replaced or hidden. One
    value may cite the same text in several languages; the reader gets the one in their own.
    """

    provision = ParentalKey(Provision, on_delete=models.CASCADE, related_name="citations")
    document_uuid = models.UUIDField(_("document"))
    edition = models.PositiveSmallIntegerField(_("edition"), default=1)
    page = models.PositiveIntegerField(_("page number"))

    panels = [
        FieldPanel("document_uuid", widget=DocumentSelect),
        FieldRowPanel([FieldPanel("edition"), FieldPanel("page")]),
    ]

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["provision", "document_uuid"], name="schemes_citation_once_per_document"),
            models.CheckConstraint(
                condition=Q(page__gte=1) & Q(edition__gte=1), name="schemes_citation_counts_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_uuid}, {self.edition}, {self.page}"
