"""Where the statement above comes from."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

STATES = [("verified", _("Checked")), ("unverified", _("Not yet checked"))]


class SourceValue(blocks.StructValue):
    """Knows its second line."""

    @property
    def line(self) -> str:
        """Publisher, year and note, as far as they are given."""
        return " · ".join(part for part in (self["publisher"], self["year"], self["note"]) if part)


class SourceBlock(blocks.StructBlock):
    """One source: a law, a report, a page."""

    title = blocks.CharBlock(max_length=300, label=_("Title"))
    publisher = blocks.CharBlock(required=False, default="", max_length=200, label=_("Publisher"))
    year = blocks.CharBlock(required=False, default="", max_length=40, label=_("Year"))
    note = blocks.CharBlock(required=False, default="", max_length=300, label=_("Pages, articles, date seen"))
    url = blocks.URLBlock(required=False, label=_("Web address"))
    state = blocks.ChoiceBlock(
        choices=STATES, required=False, label=_("Checked against the official text"), search_index=False
    )

    class Meta:
        icon = "link"
        label = _("Source")
        template = "components/blocks/source.html"
        value_class = SourceValue


class SourceNoteBlock(blocks.StructBlock):
    """Sources under a paragraph, table or chart."""

    sources = blocks.ListBlock(SourceBlock(), min_num=1, label=_("Sources"))

    class Meta:
        icon = "link"
        label = _("Source note")
        template = "components/blocks/source_note.html"
