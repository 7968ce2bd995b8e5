"""A table of words and numbers."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock


class CellsBlock(TypedTableBlock):
    """Columns of text (aligned to the start) or of numbers (aligned to the end, never broken)."""

    text = blocks.CharBlock(required=False, default="", label=_("Column of text"))
    number = blocks.CharBlock(required=False, default="", label=_("Column of numbers"))

    class Meta:
        label = _("Cells")


class TableBlock(blocks.StructBlock):
    """A table with a caption; on a narrow screen its region scrolls, labelled by the caption."""

    caption = blocks.CharBlock(max_length=240, label=_("Caption"))
    cells = CellsBlock(label=_("Cells"))
    row_headings = blocks.BooleanBlock(
        required=False, default=True, label=_("The first column names the rows"), search_index=False
    )
    source = blocks.CharBlock(required=False, default="", max_length=600, label=_("Source"))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "components/blocks/table.html"
