"""Review: who called a value verified, or took that back, and when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from knowledge.schemes.models.provision import Provision


class Review(models.Model):
    """One entry of the log of a value: rows are added and never changed.

    ``by`` is empty for what came with imported content, and after the person's account was erased.
    """

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="reviews")
    state = models.CharField(_("state"), max_length=10, choices=Provision.ReviewState)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("checked by")
    )
    at = models.DateTimeField(_("checked on"), auto_now_add=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.provision_id}: {self.state}"
