import pytest

from exchange.typesetting.glyphs import missing_glyphs


@pytest.mark.parametrize(
    "text",
    [
        "ນາງ ແສງເດືອນ ພົມມະຈັນ ນ້ຳ ຫຼັ້ງ ໐໑໒ ໜໝ ₭",
        "喆䶮堃祎玥昇 王小明 𬱖 “——……”，。（）《》",
        "Ҷамшед Ӯктамов, Ғафур, Қосим, Ҳаким, Суғдӣ",
        "Nguyễn Thị Ánh, Œuvre, naïve, Škoda, 5 ≥ 4 → ✓",
        "",
    ],
)
def test_names_of_the_partner_countries_can_be_drawn(text: str) -> None:
    assert missing_glyphs(text) == []


def test_what_no_face_has_is_named_once_in_order() -> None:
    assert missing_glyphs("𠮷田 😀 𠮷 ქ") == ["𠮷", "😀", "ქ"]


def test_both_spellings_of_an_accent_are_the_same_question() -> None:
    assert missing_glyphs("e\u0301 \u00e9 и\u0306") == []


def test_a_mark_from_another_font_than_its_letter_is_missing_with_the_letter() -> None:
    assert missing_glyphs("Aີ") == ["Aີ"]


def test_signs_without_a_picture_are_not_missed() -> None:
    assert missing_glyphs("ປະ\u200bກັນ\u200d\n\tX\ufe0f\u2066") == []
