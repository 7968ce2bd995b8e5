"""Image and Document of the media library (policy documents have their own room, ``knowledge.library``)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from exchange.languages import LANGUAGE_NAMES, SCHEMA_LANGUAGES, column

TITLES = [
    *(index.SearchField(column("title", code), boost=2) for code in SCHEMA_LANGUAGES),
    *(index.AutocompleteField(column("title", code)) for code in SCHEMA_LANGUAGES),
]
ADMIN_FIELDS = tuple(column("title", code) for code, _name in settings.LANGUAGES)


class ExchangeImage(AbstractImage):
    """A picture with title and alternative text per language, and where it comes from."""

    alternative_text = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for readers who cannot see it. Leave empty for decoration."),
    )
    licence = models.CharField(_("licence"), max_length=100, blank=True)
    credit = models.CharField(_("source"), max_length=200, blank=True)

    search_fields = [*AbstractImage.search_fields, *TITLES]
    admin_form_fields = (
        *ADMIN_FIELDS,
        "file",
        *(column("alternative_text", code) for code, _name in settings.LANGUAGES),
        "licence",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def __str__(self) -> str:
        return str(self.title)

    @property
    def default_alt_text(self) -> str:
        """The alternative text in the reader's language; empty for decoration."""
        return str(self.alternative_text)


class Rendition(AbstractRendition):
    """An image in one size."""

    image = models.ForeignKey(ExchangeImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]

    def __str__(self) -> str:
        return f"{self.image_id} {self.filter_spec}"


class ExchangeDocument(AbstractDocument):
    """A file for download in lessons and workshops, with the language it is written in."""

    language = models.CharField(
        _("language of the file"),
        max_length=10,
        blank=True,
        choices=[(c, LANGUAGE_NAMES[c]) for c in SCHEMA_LANGUAGES],
    )

    search_fields = [*AbstractDocument.search_fields, *TITLES]
    admin_form_fields = (*ADMIN_FIELDS, "file", "language", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return str(self.title)

    def save(self, *args: object, **kwargs: object) -> None:
        """Save with the hash of the file: without it Wagtail answers 304 to any conditional request."""
        if self.file and not self.file_hash:
            self._set_file_hash()
        super().save(*args, **kwargs)
