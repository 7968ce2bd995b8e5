"""Text comes back out of a PDF as it went in, whatever reads it."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from exchange.typesetting.reading import text_of_glyph
from tests.exchange.typesetting.conftest import Draw
from tests.exchange.typesetting.reading import text_by_pdfium, text_by_poppler

HARD_WORDS = "ເນື້ອ ທີ່ ຂຶ້ນ ປຶ້ມ ຫຼັ້ງ ນ້ຳ ຮູ້ ບໍ່ ເຈົ້າ ປຳ ຟ້ຳ ກຳນົດ ໜ້າ ລວມທັງໝົດ ຄ່ຳ ວຳ ກໍ ສປປ ລາວ"
LINES = {
    "lo": [HARD_WORDS, "ນ້ຳ ແລະ ການກຳນົດວ່າດ້ວຍປະກັນສັງຄົມ (ສະບັບປັບປຸງ) ເລກທີ 54/ສພຊ 27 ມິຖຸນາ 2018"],
    "zh-hans": ["社会保险法“第二章”——基本养老保险……喆䶮堃祎", "失业保险待遇：6%，2024年12月31日（含）"],
    "tg": ["Ҷумҳурии Тоҷикистон: суғуртаи иҷтимоӣ, ҳуқуқ, бӯй, қонун, ғамхорӣ"],
    "ru": ["Федеральный закон № 165-ФЗ «Об основах обязательного социального страхования»"],
    "en": ["The “world’s” law — ₭ 1,000 ≥ 5, office, affiliation"],
}


@pytest.mark.parametrize("language", LINES)
@pytest.mark.parametrize("weight", ["400", "700"])
def test_text_comes_back_intact(draw: Draw, tmp_path: Path, language: str, weight: str) -> None:
    lines = LINES[language]
    html = "".join(f'<p style="font-weight: {weight}; font-size: 9pt">{line}</p>' for line in lines)
    pdf = draw(html, language=language)
    assert text_by_pdfium(pdf).split("\r\n") == lines
    assert text_by_poppler(pdf, folder=tmp_path).rstrip("\n\f").replace("\n\n", "\n").split("\n") == lines


def test_the_break_marks_between_words_do_not_come_out(draw: Draw, tmp_path: Path) -> None:
    law = "ກົດໝາຍວ່າດ້ວຍປະກັນສັງຄົມກຳນົດໃຫ້ຜູ້ອອກແຮງງານທີ່ເຮັດວຽກໃນຫົວໜ່ວຍແຮງງານເຂົ້າຮ່ວມປະກັນສັງຄົມ" * 3
    pdf = draw(f"<p>{law}</p>")
    for text in (text_by_pdfium(pdf), text_by_poppler(pdf, folder=tmp_path)):
        assert "".join(text.split()) == law


def test_lao_inside_another_language_comes_back_too(draw: Draw) -> None:
    pdf = draw('<p>The word <span lang="lo">ປະກັນສັງຄົມ</span> means social security.</p>', language="en")
    assert text_by_pdfium(pdf) == "The word ປະກັນສັງຄົມ means social security."


def test_a_run_in_another_language_says_which(draw: Draw) -> None:
    pdf = draw('<p lang="zh-hans">社会</p><p>ສັງຄົມ <i lang="tg">суғурта</i> <i lang="lo">ສປປ</i></p>', language="lo")
    with pikepdf.open(BytesIO(pdf)) as document:
        marks = [
            step.operands[1] for step in pikepdf.parse_content_stream(document.pages[0]) if str(step.operator) == "BDC"
        ]
    assert [str(mark.get("/Lang", "")) for mark in marks] == ["zh-hans", "", "tg", "", ""]


def test_the_parts_of_am_read_in_order_give_its_spelling() -> None:
    drawn = ["uni0E99", "uni0ECD.right.am", "uni0EC9.small", "uni0EB2.am"]
    assert "".join(text_of_glyph(name) or "" for name in drawn) == "ນ້ຳ"
    assert text_of_glyph("niggahita_maiEklao.narrow") == "ໍ່"
    assert text_of_glyph("niggahita_maiTholao.narrow.am") == "້"
