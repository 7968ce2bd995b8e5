"""Pictures, videos and files."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from exchange.blocks.text import ShortTextBlock
from exchange.languages import LANGUAGE_NAMES


def file_languages() -> list[tuple[str, str]]:
    """Return the languages a file can be in, by their own names."""
    return [(code, str(name)) for code, name in LANGUAGE_NAMES.items()]


class PictureBlock(blocks.StructBlock):
    """An image with caption and credit."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        required=False,
        max_length=240,
        label=_("Description for people who cannot see the image"),
        help_text=_("Leave empty to use the description stored with the image."),
    )
    caption = blocks.CharBlock(required=False, default="", max_length=400, label=_("Caption"))
    credit = blocks.CharBlock(required=False, default="", max_length=160, label=_("Credit"))

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "components/blocks/picture.html"


class VideoBlock(blocks.StructBlock):
    """A link to a video and its transcript.

    Nothing is embedded: a foreign player would load megabytes and report the reader to its owner.
    """

    title = blocks.CharBlock(max_length=160, label=_("Title"))
    url = blocks.URLBlock(label=_("Address of the video"))
    minutes = blocks.IntegerBlock(required=False, min_value=1, label=_("Minutes"))
    transcript = ShortTextBlock(label=_("Transcript"))

    class Meta:
        icon = "media"
        label = _("Video link with transcript")
        template = "components/blocks/video.html"


class DownloadValue(blocks.StructValue):
    """Knows the language of its file by name and by tag."""

    @property
    def language_name(self) -> str:
        """The language by its own name, or nothing."""
        return LANGUAGE_NAMES.get(self["language"], "")


class DownloadBlock(blocks.StructBlock):
    """A file to take away, with its kind, size and language said before the click."""

    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(required=False, default="", max_length=160, label=_("Title"))
    language = blocks.ChoiceBlock(
        choices=file_languages, required=False, label=_("Language of the file"), search_index=False
    )

    class Meta:
        icon = "download"
        label = _("Download")
        template = "components/blocks/download.html"
        value_class = DownloadValue
