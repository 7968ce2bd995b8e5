"""Make the shipped fonts from the unpacked packages that README.md names.

Run ``PYTHONPATH=platform python -m exchange.typesetting.fonts.make_fonts FOLDER_OF_UNPACKED_PACKAGES``.
Every face is a TrueType subset: OpenType outlines cut down by fontTools break PDF/A (glyph numbers and
CIDs drift apart).
Time stamps of the sources are kept, so the same packages always give the same bytes.
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from exchange.typesetting.fonts.readable_am import make_am_readable

HERE = Path(__file__).resolve().parent
WEB = HERE.parents[1] / "static" / "exchange" / "fonts"

LATIN_PACKAGE = "expo-google-fonts-noto-sans-0.4.2"
HAN_PACKAGE = "expo-google-fonts-noto-sans-sc-0.4.3"
LAO_TEXT_PACKAGE = "fontsource-noto-sans-lao-looped-5.3.0"
LAO_HEADING_PACKAGE = "fontsource-noto-sans-lao-5.3.0"

LATIN_REGULAR = f"{LATIN_PACKAGE}/package/400Regular/NotoSans_400Regular.ttf"
LATIN_BOLD = f"{LATIN_PACKAGE}/package/700Bold/NotoSans_700Bold.ttf"
HAN_REGULAR = f"{HAN_PACKAGE}/package/400Regular/NotoSansSC_400Regular.ttf"
HAN_BOLD = f"{HAN_PACKAGE}/package/700Bold/NotoSansSC_700Bold.ttf"
LAO_TEXT = f"{LAO_TEXT_PACKAGE}/package/files/noto-sans-lao-looped-lao-400-normal.woff2"
LAO_HEADING = f"{LAO_HEADING_PACKAGE}/package/files/noto-sans-lao-lao-700-normal.woff2"


def between(first: int, last: int) -> set[int]:
    """Return every code point from first to last, both included."""
    return set(range(first, last + 1))


# Latin with Vietnamese, Greek, Cyrillic with its supplement (Tajik letters), punctuation, money, fractions.
LATIN = (
    between(0x20, 0x24F)
    | between(0x2B0, 0x3FF)
    | between(0x400, 0x52F)
    | between(0x1E00, 0x1EFF)
    | between(0x2000, 0x218F)
    | between(0x2200, 0x22FF)
    | {0x25CC, 0xFFFD}
)
LAO = between(0xE80, 0xEFF) | {0x20, 0xA0, 0x200B, 0x200C, 0x200D, 0x25CC}
LAO_WEB = between(0xE80, 0xEFF) | {0x200B, 0x200C, 0x200D, 0x25CC}
# What Chinese text takes from its own face although Latin has it too: quotation marks, dashes, dots.
HAN_PUNCTUATION = {0x20, 0xA0, 0xB7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026, 0x2030}
HAN_SIGNS = (
    between(0x2190, 0x21FF)
    | between(0x2200, 0x27BF)
    | between(0x2E80, 0x30FF)
    | between(0x3200, 0x33FF)
    | between(0xFE30, 0xFE4F)
    | between(0xFF00, 0xFFEF)
)
# Extension A holds 6,582 characters (2.4 MB); names need those of the national table of 2013 (通用规范汉字表).
NATIONAL_TABLE_IN_EXTENSION_A = set(
    map(
        ord,
        "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪"
        "䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮",
    )
)
# Beyond the first plane the source face draws 220 characters; all are kept.
HAN_LETTERS = between(0x4E00, 0x9FFF) | NATIONAL_TABLE_IN_EXTENSION_A | between(0x20000, 0x323AF)


def everyday_han() -> set[int]:
    """Return the 6,763 characters of GB 2312-80, levels 1 and 2."""
    rows = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(pair.decode("gb2312")) for pair in rows if not (pair[0] == 0xD7 and pair[1] > 0xF9)}


def cut(
    source: Path,
    *,
    keep: set[int],
    features: list[str],
    target: Path,
    flavour: str | None = None,
    readable_am: bool = False,
) -> None:
    """Write the part of a font that holds the wanted code points.

    ``flavour`` "woff2" is for browsers; ``readable_am`` is for Lao in PDF and keeps the names of glyphs,
    by which their text is known.
    """
    options = subset.Options(
        layout_features=features,
        glyph_names=readable_am,
        hinting=False,
        legacy_kern=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        notdef_outline=True,
        recalc_timestamp=False,
        drop_tables=["vhea", "vmtx", "VORG", "STAT", "BASE", "gasp", "prep", "DSIG"],
    )
    font = TTFont(source, recalcTimestamp=False)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=keep & set(font.getBestCmap()))
    worker.subset(font)
    if readable_am:
        make_am_readable(font)
    font.flavor = flavour
    buffer = BytesIO()
    font.save(buffer, reorderTables=flavour is None)
    target.write_bytes(buffer.getvalue())
    print(f"{target.name:22} {len(font.getBestCmap()):6} characters {target.stat().st_size:9,} bytes")


def make(packages: Path) -> None:
    """Write the faces for PDF beside this file and the two web fonts into the static folder."""
    everything, common = ["*"], everyday_han() | HAN_PUNCTUATION | HAN_SIGNS
    plain = ["ccmp", "locl", "mark", "mkmk"]
    cut(packages / LATIN_REGULAR, keep=LATIN, features=everything, target=HERE / "latin-400.ttf")
    cut(packages / LATIN_BOLD, keep=LATIN, features=everything, target=HERE / "latin-700.ttf")
    cut(packages / LAO_TEXT, keep=LAO, features=everything, target=HERE / "lao-400.ttf", readable_am=True)
    cut(packages / LAO_HEADING, keep=LAO, features=everything, target=HERE / "lao-700.ttf", readable_am=True)
    cut(packages / HAN_REGULAR, keep=common, features=plain, target=HERE / "han-400.ttf")
    cut(packages / HAN_BOLD, keep=common, features=plain, target=HERE / "han-700.ttf")
    # The space is in every face: Pango takes it from the font of the word before it, without asking.
    rare = HAN_LETTERS - everyday_han() | {0x20, 0xA0}
    cut(packages / HAN_REGULAR, keep=rare, features=plain, target=HERE / "han-rare-400.ttf")
    for name, source in (("lao-400", LAO_TEXT), ("lao-700", LAO_HEADING)):
        target = WEB / f"{name}.woff2"
        cut(packages / source, keep=LAO_WEB, features=everything, target=target, flavour="woff2")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
