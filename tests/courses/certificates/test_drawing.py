"""The sheet: the same bytes from the same facts, text that programs read back, a code that a camera reads."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from courses.certificates import drawing
from exchange.writing.words import words
from tests.exchange.typesetting.reading import embedded_fonts, text_by_pdfium, text_by_poppler

CODE = "7281TRCJD7GJHF8J"
SNAPSHOT: dict[str, Any] = {
    "version": 1,
    "template": "sheet-1",
    "demo": False,
    "name": "ນາງ ແສງເດືອນ ວົງສະຫວັນ",
    "latin": "Sengdeuane Vongsavanh",
    "language": "lo",
    "title": {
        "en": "Social insurance from the ground up: who pays, who is protected, and will the money last",
        "lo": "ພື້ນຖານຂອງປະກັນສັງຄົມ: ໃຜຈ່າຍ, ໃຜໄດ້ຮັບ ແລະ ເງິນຈະພຽງພໍບໍ່",
        "zh-hans": "社会保险基础：谁缴费、谁受益、资金能否持续",
    },
    "subject": {"kind": "course", "uuid": "00000000-0000-0000-0000-000000000000"},
    "hours": "2.5",
    "level": "introductory",
    "score": "88.0",
    "first_day": "2026-11-24",
    "last_day": "2026-11-24",
    "earned_at": "2026-11-24T03:00:00+00:00",
    "issuer": {"en": "South-South Exchange", "lo": "ເວທີແລກປ່ຽນໃຕ້–ໃຕ້", "zh-hans": "南南交流平台"},
    "base_url": "https://exchange.example",
}
NAMES = (
    "ບຸນ",
    "王丽",
    "龙喆䶮堃祎玥昇",
    "ນາງ ແສງເດືອນ ວົງສະຫວັນ",
    "ທ້າວ ກໍ່ເກື້ອ ພູ້ທີ່ນ້ຳໝັ້ນ ຜູ້ສູ້ຢູ່ດີ",
    "Манижа Раҳимова Ҷамшедзода Ғуломқодировна",
    "Anna 王小明 ລາວ-Ҷон",
    "María del Carmen Fernández de la Vega y Sáenz de Tejada de los Ríos y Montemayor",
    "ສົມເດັດ " * 20,
)
SHEETS = (["lo"], ["en"], ["zh-hans"], ["lo", "en", "zh-hans"])


def draw(*languages: str, **facts: Any) -> bytes:
    return drawing.draw(kind="completion", snapshot=SNAPSHOT | facts, languages=list(languages), code=CODE)


def without_spaces(text: str) -> str:
    return "".join(text.split())


def test_the_same_facts_give_the_same_bytes() -> None:
    assert draw("lo", "en", "zh-hans") == draw("zh-hans", "lo", "en")


@pytest.mark.parametrize("languages", SHEETS, ids="-".join)
@pytest.mark.parametrize("name", ["ນາງ ແສງເດືອນ ວົງສະຫວັນ", "ທ້າວ ກໍ່ເກື້ອ ພູ້ທີ່ນ້ຳໝັ້ນ", "龙喆䶮堃祎玥昇"])
def test_a_name_is_read_back_intact(languages: list[str], name: str, tmp_path: Path) -> None:
    pdf = draw(*languages, name=name)
    assert without_spaces(name) in without_spaces(text_by_pdfium(pdf))
    assert without_spaces(name) in without_spaces(text_by_poppler(pdf, folder=tmp_path))


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_title_date_code_and_issuer_stand_on_every_sheet(language: str) -> None:
    text = without_spaces(text_by_pdfium(draw(language)))
    date = {"lo": "24 ພະຈິກ 2026", "en": "24 November 2026", "zh-hans": "2026年11月24日"}[language]
    for fact in (SNAPSHOT["title"][language], date, "7281-TRCJ-D7GJ-HF8J", SNAPSHOT["issuer"][language]):
        assert without_spaces(fact) in text
    assert "88" not in text.replace("HF8J", "")  # the score is not printed


def test_one_sheet_in_three_languages_holds_all_of_them_and_the_name_once() -> None:
    text = without_spaces(text_by_pdfium(draw("lo", "en", "zh-hans")))
    assert all(without_spaces(title) in text for title in SNAPSHOT["title"].values())
    assert text.count(without_spaces(SNAPSHOT["name"])) == 1


def test_the_language_of_the_holder_leads_the_sheet() -> None:
    with pikepdf.open(BytesIO(draw("en", "lo"))) as pdf:
        assert str(pdf.Root.Lang) == "lo"


def test_a_title_without_a_text_in_the_language_stands_in_another() -> None:
    text = text_by_pdfium(draw("zh-hans", title={"en": "Only English"}))
    assert "Only English" in text


@pytest.mark.parametrize("languages", SHEETS, ids="-".join)
def test_a_camera_reads_the_address_of_the_verification_page(languages: list[str]) -> None:
    with pypdfium2.PdfDocument(draw(*languages)) as document:
        image = document[0].render(scale=100 / 72).to_pil().convert("L")
    found = [code.text for code in zxingcpp.read_barcodes(image)]
    assert found == ["HTTPS://EXCHANGE.EXAMPLE/C/7281TRCJD7GJHF8J"]


@pytest.mark.parametrize("languages", SHEETS, ids="-".join)
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_every_name_fits_on_one_page_inside_the_paper(languages: list[str], name: str) -> None:
    with pypdfium2.PdfDocument(draw(*languages, name=name)) as document:
        assert len(document) == 1
        page = document[0]
        assert [round(side) for side in page.get_size()] == [842, 595]
        text = [item.get_bounds() for item in page.get_objects() if item.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
    assert min(left for left, _bottom, _right, _top in text) > 20
    assert max(right for _left, _bottom, right, _top in text) < 822


def test_the_file_is_an_archive_copy_with_its_fonts_inside() -> None:
    pdf = draw("lo", "en", "zh-hans")
    assert all(embedded_fonts(pdf).values())
    assert len(pdf) < 60_000
    with pikepdf.open(BytesIO(pdf)) as file, file.open_metadata() as claims:
        assert (claims["pdfaid:part"], claims["pdfaid:conformance"], claims["pdfuaid:part"]) == ("3", "A", "1")
        assert str(file.docinfo["/CreationDate"]) == "D:20261124030000+00'00"


def test_a_demonstration_says_so_on_the_sheet() -> None:
    assert "not a real certificate" in text_by_pdfium(draw("en", demo=True))
    assert "not a real certificate" not in text_by_pdfium(draw("en"))


def test_a_name_in_several_scripts_is_told_by_its_scripts() -> None:
    runs = drawing.name_runs("Anna 王小明 ລາວ-Ҷон")
    assert [(run.text, run.language) for run in runs] == [
        ("Anna ", "en"), ("王小明 ", "zh-hans"), ("ລາວ-", "lo"), ("Ҷон", "")
    ]  # fmt: skip


def test_the_longer_the_name_the_smaller_it_is_set() -> None:
    assert [drawing.size_of("ກາ" * count) for count in (4, 16, 20, 26, 60)] == ["xl", "l", "m", "s", "xs"]


def test_marks_above_and_below_take_no_width() -> None:
    assert drawing.size_of("ກີ້" * 27) == drawing.size_of("ກ" * 27) == "xl"
    assert words("ກີ້")


def test_a_rare_character_sets_the_whole_name_in_one_weight() -> None:
    assert "SSX-Han-Bold" in embedded_fonts(draw("zh-hans", name="王丽", title={"en": "X"}, issuer={"en": "X"}))
    told = drawing.words_in(kind="completion", snapshot=SNAPSHOT, languages=["zh-hans"])
    assert "name xl rare" in drawing.sheet_html(snapshot=SNAPSHOT | {"name": "王喆"}, told=told, code=CODE)
    assert "rare" not in drawing.sheet_html(snapshot=SNAPSHOT | {"name": "王丽"}, told=told, code=CODE)
