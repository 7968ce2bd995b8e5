"""Where the statement above comes from."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

STATES = [("", _("Not stated")), ("verified", _("Checked")), ("unverified", _("Not yet checked"))]


class SourceNoteBlock(blocks.StructBlock):
    """A source line under a paragraph or table."""

    text = blocks.CharBlock(max_length=600, label=_("Source"))
    url = blocks.URLBlock(required=False, label=_("Address"))
    state = blocks.ChoiceBlock(
        choices=STATES, required=False, label=_("Checked against the official text"), search_index=False
    )

    class Meta:
        icon = "link"
        label = _("Source note")
        template = "components/blocks/source_note.html"
