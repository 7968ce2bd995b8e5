"""Bars: a few figures compared at a glance.

The labels are text and the bars are drawn by the width of SVG rectangles: sharp in print, shaped right in Lao, and
allowed by a policy that forbids inline styles.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Bar:
    """One row as it is drawn: widths in per cent of the longest row."""

    label: str
    shown: str
    first_width: float
    second_width: float
    note: str

    @property
    def end(self) -> float:
        """Where the second part of the bar ends."""
        return round(self.first_width + self.second_width, 1)


class BarsValue(blocks.StructValue):
    """Knows how long each bar is and how its figure is written in the reader's language."""

    def bars(self) -> Iterator[Bar]:
        """Yield the rows; the longest fills the line unless a scale is given."""
        scale = self["scale"] or max((_total(row) for row in self["rows"]), default=Decimal(0))
        for row in self["rows"]:
            yield Bar(
                label=row["label"],
                shown=self._shown(row),
                first_width=_share(row["value"], scale),
                second_width=_share(row["second"], scale),
                note=row["note"],
            )

    def _shown(self, row: blocks.StructValue) -> str:
        figures = [each for each in (row["value"], row["second"]) if each is not None]
        written = " + ".join(number_format(each, use_l10n=True) for each in figures)
        unit = self["unit"]
        # A per cent sign follows the digits directly in all three languages; any other unit stands apart.
        return written + (unit if unit in ("", "%") else NO_BREAK_SPACE + unit)


def _total(row: blocks.StructValue) -> Decimal:
    return (row["value"] or Decimal(0)) + (row["second"] or Decimal(0))


def _share(value: Decimal | None, scale: Decimal) -> float:
    return round(float(value / scale * 100), 1) if value and scale else 0.0


class BarBlock(blocks.StructBlock):
    """One row of the chart."""

    label = blocks.CharBlock(max_length=160, label=_("Name of the row"))
    value = blocks.DecimalBlock(min_value=0, label=_("Value"))
    second = blocks.DecimalBlock(required=False, min_value=0, label=_("Second value, drawn after the first"))
    note = blocks.CharBlock(required=False, default="", max_length=240, label=_("Note"))


class BarsBlock(blocks.StructBlock):
    """Figures as bars, with caption, unit and source."""

    caption = blocks.CharBlock(max_length=240, label=_("Caption"))
    unit = blocks.CharBlock(required=False, default="", max_length=40, label=_("Unit"))
    scale = blocks.DecimalBlock(
        required=False,
        min_value=0,
        label=_("Value of a full line"),
        help_text=_("Empty: the longest bar fills the line. For shares of a whole, write 100."),
    )
    first_name = blocks.CharBlock(required=False, default="", max_length=80, label=_("Name of the first values"))
    second_name = blocks.CharBlock(required=False, default="", max_length=80, label=_("Name of the second values"))
    rows = blocks.ListBlock(BarBlock(), min_num=1, label=_("Rows"))
    source = blocks.CharBlock(required=False, default="", max_length=600, label=_("Source"))

    class Meta:
        icon = "order"
        label = _("Bars")
        template = "components/blocks/bars.html"
        value_class = BarsValue
