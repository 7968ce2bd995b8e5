"""Blocks that only lessons need."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SourceValue(blocks.StructValue):
    """Knows its second line."""

    @property
    def line(self) -> str:
        """Publisher, year and note, as far as they are given."""
        return " · ".join(part for part in (self["publisher"], self["year"], self["note"]) if part)


class SourceBlock(blocks.StructBlock):
    """One source of a lesson."""

    title = blocks.CharBlock(max_length=300, label=_("Title"))
    publisher = blocks.CharBlock(required=False, max_length=200, label=_("Publisher"))
    year = blocks.CharBlock(required=False, max_length=40, label=_("Year"))
    note = blocks.CharBlock(required=False, max_length=300, label=_("Pages, articles, date seen"))
    url = blocks.URLBlock(required=False, label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Source")
        value_class = SourceValue


def source_blocks() -> list[tuple[str, blocks.Block]]:
    """Return the blocks of a lesson's list of sources."""
    return [("source", SourceBlock())]
