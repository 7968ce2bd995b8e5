"""Running text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

# Headings start at h2: the page's title is its only h1. No pictures, embeds or alignment inside text: they have
# blocks of their own, with the captions and sources that belong to them.
FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
SHORT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, headings and lists."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")


class ShortTextBlock(blocks.RichTextBlock):
    """A few sentences inside another block: no headings."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", SHORT_FEATURES)
        super().__init__(**kwargs)
