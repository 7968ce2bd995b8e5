"""Scheme: one set of rules with its own financing and administration."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from exchange.languages import SCHEMA_LANGUAGES, column
from exchange.places.branches import Branch
from exchange.places.fields import BranchListField
from exchange.places.models import Country, Institution


class Scheme(index.Indexed, models.Model):
    """A scheme of one country (制度): whom it protects against what, who runs it, who pays."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(_("code"), max_length=60, unique=True)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="schemes", verbose_name=_("country"))
    name = models.CharField(_("name"), max_length=200)
    branches = BranchListField(_("branches"), default=list, blank=True)
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="schemes",
        verbose_name=_("administering institution"),
    )
    contributory = models.BooleanField(
        _("contributory"), default=True, help_text=_("Financed by contributions; otherwise by taxes.")
    )
    legal_basis = models.CharField(_("legal basis"), max_length=400, blank=True)

    search_fields = [
        index.SearchField("code"),
        *(index.SearchField(column("name", code)) for code in SCHEMA_LANGUAGES),
        *(index.AutocompleteField(column("name", code)) for code in SCHEMA_LANGUAGES),
        index.FilterField("country_id"),
    ]

    class Meta:
        verbose_name = _("scheme")
        verbose_name_plural = _("schemes")
        ordering = ["country", "code"]

    def __str__(self) -> str:
        return self.name

    @property
    def branch_names(self) -> list[str]:
        """The branches in the reader's language, in the order of the convention."""
        return [str(branch.label) for branch in Branch if branch.value in self.branches]

    def is_about(self, branch: str) -> bool:
        """Say whether the scheme covers the branch; one that names no branch is general and covers all."""
        return not self.branches or branch in self.branches
