"""IndexChange: what the index has still to hear of."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndexChange(models.Model):
    """One object that changed: version of the change, and the version the index has.

    Written in the transaction of the change itself, so that neither can happen without the other. A row stays after
    its object is deleted: a key that comes back must not begin with an old version.
    """

    key = models.CharField(_("key"), max_length=150, unique=True)
    version = models.BigIntegerField(_("version"))
    sent = models.BigIntegerField(_("version in the index"), default=0)
    tries = models.PositiveIntegerField(_("failed tries"), default=0)
    last_error = models.CharField(_("last error"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("change for the index")
        verbose_name_plural = _("changes for the index")
        indexes = [
            models.Index("version", name="search_change_pending", condition=models.Q(version__gt=models.F("sent")))
        ]

    def __str__(self) -> str:
        return self.key


class AdminText(models.Model):
    """The text of one object as the admin searches it: folded, so that every spelling meets.

    Rows are written by `search.wagtail_backend`; they can be made anew by `wagtail_update_index`.
    """

    #: Label of the topmost model, as a page is found through any of its models.
    model = models.CharField(_("model"), max_length=100)
    object_id = models.CharField(_("object"), max_length=40)
    title = models.TextField(_("titles"))
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("text for searching the admin")
        verbose_name_plural = _("texts for searching the admin")
        constraints = [models.UniqueConstraint(fields=["model", "object_id"], name="search_admin_text_once")]

    def __str__(self) -> str:
        return f"{self.model}:{self.object_id}"
