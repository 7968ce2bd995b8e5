"""Figures a reader should take away, each with its year and its source."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class KeyFactBlock(blocks.StructBlock):
    """One figure."""

    label = blocks.CharBlock(max_length=160, label=_("What it is"))
    value = blocks.CharBlock(max_length=80, label=_("Value"))
    year = blocks.CharBlock(required=False, default="", max_length=40, label=_("Year"))
    source = blocks.CharBlock(required=False, default="", max_length=240, label=_("Source"))


class KeyFactsBlock(blocks.StructBlock):
    """A list of figures in a card."""

    heading = blocks.CharBlock(required=False, default="", max_length=160, label=_("Heading"))
    facts = blocks.ListBlock(KeyFactBlock(), min_num=1, label=_("Facts"))

    class Meta:
        icon = "list-ul"
        label = _("Key facts")
        template = "components/blocks/key_facts.html"
