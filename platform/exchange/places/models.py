"""Country, Province, Institution."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Country(models.Model):
    """A country or territory by its ISO 3166-1 alpha-2 code."""

    code = models.CharField(_("code"), max_length=2, primary_key=True)
    name = models.CharField(_("name"), max_length=120)
    #: Compared and filtered on this site; others only appear in profiles.
    is_partner = models.BooleanField(_("partner country"), default=False)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["-is_partner", "code"]

    def __str__(self) -> str:
        return self.name


class Province(models.Model):
    """A first-level part of a country, by its ISO 3166-2 code (``LA-VT``)."""

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="provinces", verbose_name=_("country"))
    code = models.CharField(_("code"), max_length=6, unique=True)
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("province")
        verbose_name_plural = _("provinces")
        ordering = ["country", "code"]

    def __str__(self) -> str:
        return self.name


class Institution(models.Model):
    """A ministry, fund or agency: where officials work, and who runs a scheme (经办机构)."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="institutions", verbose_name=_("country")
    )
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("abbreviation"), max_length=40, blank=True)
    url = models.URLField(_("website"), blank=True)

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["country", "code"]

    def __str__(self) -> str:
        return self.name
