"""What is shipped is complete, small and licensed."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from exchange.typesetting.paths import FONTS


def characters_of(path: Path) -> set[int]:
    """The code points a font file draws."""
    with TTFont(path) as font:
        return set(font.getBestCmap())


WEB_FONTS = FONTS.parents[1] / "static" / "exchange" / "fonts"


def test_all_faces_together_stay_below_twelve_megabytes() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("*.ttf")) < 12_000_000


@pytest.mark.parametrize("name", ["lao-400.woff2", "lao-700.woff2"])
def test_a_web_font_is_a_small_picture_at_most_and_has_lao(name: str) -> None:
    path = WEB_FONTS / name
    assert path.stat().st_size <= 12_500
    assert set(map(ord, "ເນື້ອຂຶ້ຫຼັງນ້ຳໜໝ")) <= characters_of(path)


@pytest.mark.parametrize("folder", [FONTS, WEB_FONTS], ids=["pdf", "web"])
def test_every_family_comes_with_its_licence(folder: Path) -> None:
    families = {path.name.split("-")[0] for path in folder.iterdir() if path.suffix in {".ttf", ".woff2"}}
    licences = {path.stem.removeprefix("OFL-") for path in folder.glob("OFL-*.txt")}
    assert families == licences


def test_bold_faces_draw_what_regular_ones_draw() -> None:
    for family in ("latin", "lao", "han"):
        regular, bold = (characters_of(FONTS / f"{family}-{weight}.ttf") for weight in (400, 700))
        assert regular == bold


def test_every_face_has_a_space_since_pango_takes_it_from_the_word_before() -> None:
    assert [path.name for path in FONTS.glob("*.ttf") if 0x20 not in characters_of(path)] == []
