"""Give the vowel ຳ glyphs of its own in a Lao font, so that PDF text can be read back.

Shaping draws ຳ as two glyphs, the ring of ໍ and the letter າ, with the tone between them: ນ້ຳ becomes
ນ + ring + tone + າ. A PDF notes one text per glyph, whatever stands around it; with shared glyphs either
every າ of a document reads as ຳ, or ຳ loses its ring. Here ring and letter are copied under the ending
".am" and put in place where they belong together. The picture does not change by a hair.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from fontTools.otlLib import builder
from fontTools.ttLib import TTFont

RING, LETTER = "uni0ECD", "uni0EB2"
TONES = ("uni0EC8", "uni0EC9", "uni0ECA", "uni0ECB", "uni0ECC")
ENDING = ".am"


def make_am_readable(font: TTFont) -> None:
    """Add the copies and the rules that use them to a Lao font of the Noto family."""
    order = font.getGlyphOrder()
    rings = [name for name in order if name.startswith((RING, "niggahita_"))]
    tones = [name for name in order if name.startswith(TONES)]
    for name in (*rings, LETTER):
        _copy_glyph(font, name)
    copies = [name + ENDING for name in rings]
    swap_ring = _single(font, {name: name + ENDING for name in rings})
    swap_letter = _single(font, {LETTER: LETTER + ENDING})
    _apply(font, swap_ring, before=[], glyphs=rings, after=[[LETTER], [tones, [LETTER]]])
    _apply(font, swap_letter, before=[[copies], [tones, copies]], glyphs=[LETTER], after=[])


def _copy_glyph(font: TTFont, name: str) -> None:
    """Add a glyph that looks and is positioned like the named one."""
    copy = name + ENDING
    font["glyf"][copy] = deepcopy(font["glyf"][name])
    font["hmtx"][copy] = font["hmtx"][name]
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    if name in classes:
        classes[copy] = classes[name]
    for coverage in font["GDEF"].table.MarkGlyphSetsDef.Coverage:
        if name in coverage.glyphs:
            coverage.glyphs.append(copy)
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            _copy_position(getattr(table, "ExtSubTable", table), name)


def _copy_position(table: Any, name: str) -> None:
    """Copy the rows of one positioning table; the new glyph is last in the font, so it goes last here."""
    for coverage, rows in _covered(table):
        if name in coverage.glyphs:
            if rows is not None:
                rows.append(deepcopy(rows[coverage.glyphs.index(name)]))
            coverage.glyphs.append(name + ENDING)
    if type(table).__name__ == "PairPos":
        _copy_kerning(table, name)


def _copy_kerning(table: Any, name: str) -> None:
    """Let the copy stand second in every pair in which the glyph stands second, and in its classes."""
    if table.Format == 2:
        for classes in (table.ClassDef1.classDefs, table.ClassDef2.classDefs):
            if name in classes:
                classes[name + ENDING] = classes[name]
        return
    for pairs in table.PairSet:
        for record in [row for row in pairs.PairValueRecord if row.SecondGlyph == name]:
            twin = deepcopy(record)
            twin.SecondGlyph = name + ENDING
            pairs.PairValueRecord.append(twin)


def _covered(table: Any) -> Iterable[tuple[Any, list[Any] | None]]:
    kind, several = type(table).__name__, getattr(table, "Format", 0) == 2
    if kind == "MarkBasePos":
        yield table.MarkCoverage, table.MarkArray.MarkRecord
        yield table.BaseCoverage, table.BaseArray.BaseRecord
    elif kind == "MarkMarkPos":
        yield table.Mark1Coverage, table.Mark1Array.MarkRecord
        yield table.Mark2Coverage, table.Mark2Array.Mark2Record
    elif kind == "SinglePos":
        yield table.Coverage, table.Value if several else None
    elif kind == "PairPos":
        yield table.Coverage, None if several else table.PairSet
    elif kind == "ChainContextPos" and table.Format == 3:
        for coverage in (*table.BacktrackCoverage, *table.InputCoverage, *table.LookAheadCoverage):
            yield coverage, None


def _append(font: TTFont, lookup: Any) -> int:
    """Put a lookup behind all others; return its number."""
    lookups = font["GSUB"].table.LookupList.Lookup
    lookups.append(lookup)
    return len(lookups) - 1


def _single(font: TTFont, mapping: dict[str, str]) -> Any:
    single = builder.SingleSubstBuilder(font, None)
    single.mapping = mapping
    single.lookup_index = _append(font, single.build())
    return single


def _apply(font: TTFont, swap: Any, *, before: list[Any], glyphs: list[str], after: list[Any]) -> None:
    """Swap the glyphs wherever one of the neighbourhoods fits, in every script of the font."""
    chain = builder.ChainContextSubstBuilder(font, None)
    for behind in before or [[]]:
        for ahead in after or [[]]:
            behind_sets = [set(row) for row in reversed(behind)]
            ahead_sets = [{row} if isinstance(row, str) else set(row) for row in ahead]
            chain.rules.append(builder.ChainContextualRule(behind_sets, [set(glyphs)], ahead_sets, [[swap]]))
    number = _append(font, chain.build())
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.append(number)
