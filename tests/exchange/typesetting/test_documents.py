from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from exchange.typesetting.documents import STYLESHEETS, Imprint, document_html
from exchange.typesetting.scans import scan_of
from tests.exchange.typesetting.conftest import Draw
from tests.exchange.typesetting.reading import text_by_pdfium

IMPRINTS = {
    "lo": Imprint(kind="ບົດສະຫຼຸບນະໂຍບາຍ", publisher="ກົມປະກັນສັງຄົມ", date="ມີນາ 2026", reference="54/ສພຊ"),
    "zh-hans": Imprint(kind="政策简报", publisher="社会保障研究中心", date="2026年3月", summary="要点。"),
    "en": Imprint(kind="Policy brief", publisher="R & D <office>", date="March 2026", reference="PB 3"),
}
BODY = """<dl class="facts"><div><dt>2024</dt><dd>11.2%</dd></div></dl>
<section class="page"><h2>A</h2><table><caption>C</caption><thead><tr><th scope="col">X</th></tr></thead>
<tbody><tr><td class="number">1</td></tr></tbody></table></section>
<section class="page"><h2>B</h2><aside class="note"><p>N</p></aside></section>"""


def brief(draw: Draw, language: str) -> bytes:
    html = document_html(title=f"T {language}", language=language, body_html=BODY, imprint=IMPRINTS[language])
    return draw(html, language=language, title=f"T {language}", stylesheets=STYLESHEETS)


@pytest.mark.parametrize("language", IMPRINTS)
def test_a_brief_has_its_title_first_and_running_heads_on_later_pages(draw: Draw, language: str) -> None:
    pages = [text_by_pdfium(page) for page in one_by_one(brief(draw, language))]
    imprint = IMPRINTS[language]
    assert [page.count(f"T {language}") for page in pages] == [1, 1, 1]
    assert imprint.kind in pages[0]
    assert imprint.kind not in pages[1]
    assert [imprint.publisher in page for page in pages] == [True] * 3
    assert ["1 / 3" in pages[0], "2 / 3" in pages[1], "3 / 3" in pages[2]] == [True] * 3


def test_sections_open_pages_of_a4(draw: Draw) -> None:
    with pypdfium2.PdfDocument(brief(draw, "en")) as document:
        assert [tuple(map(round, page.get_size())) for page in document] == [(595, 842)] * 3


def test_a_scan_has_the_pages_and_no_text(draw: Draw) -> None:
    pdf = brief(draw, "lo")
    scan = scan_of(pdf)
    with pypdfium2.PdfDocument(scan) as document:
        assert [tuple(map(round, page.get_size(), (-1, -1))) for page in document] == [(600, 840)] * 3
    assert text_by_pdfium(scan).strip() == ""
    assert scan == scan_of(pdf)


def one_by_one(pdf: bytes) -> list[bytes]:
    """The pages of a PDF, each as a file."""
    files = []
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            single, buffer = pikepdf.new(), BytesIO()
            single.pages.append(page)
            single.save(buffer)
            files.append(buffer.getvalue())
    return files
