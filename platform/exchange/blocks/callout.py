"""A boxed remark: information, a warning, a worked example."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from exchange.blocks.text import ShortTextBlock

KINDS = [("info", _("Information")), ("warning", _("Warning")), ("example", _("Example"))]


class CalloutBlock(blocks.StructBlock):
    """A remark that stands beside the text; its kind is said in words, not by colour alone."""

    kind = blocks.ChoiceBlock(choices=KINDS, default="info", label=_("Kind"), search_index=False)
    heading = blocks.CharBlock(required=False, default="", max_length=160, label=_("Heading"))
    text = ShortTextBlock(label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        template = "components/blocks/callout.html"
