import base64
from io import BytesIO

import pypdfium2
import zxingcpp
from PIL import Image

from exchange.typesetting import qr
from tests.exchange.typesetting.conftest import Draw

ADDRESS = "HTTPS://EXCHANGE.EXAMPLE.LA/C/7281TRCJD7GJHF8J"


def test_an_upper_case_address_needs_version_3_at_level_q() -> None:
    assert qr._code(ADDRESS).designator == "3-Q"


def test_the_quiet_zone_is_four_modules_wide() -> None:
    picture = Image.open(BytesIO(base64.b64decode(qr.qr_png_data_uri(ADDRESS, scale=2).split(",")[1])))
    assert picture.width == (29 + 2 * 4) * 2
    assert {picture.convert("L").getpixel((7, y)) for y in range(picture.height)} == {255}


def test_a_reader_decodes_it_from_a_page_of_100_dots_an_inch(draw: Draw) -> None:
    pdf = draw(f'<img class="qr" src="{qr.qr_png_data_uri(ADDRESS)}" alt="{ADDRESS}">')
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].render(scale=100 / 72).to_pil()
    found = zxingcpp.read_barcodes(page)
    assert [code.text for code in found] == [ADDRESS]


def test_the_svg_has_a_name_and_no_inline_style() -> None:
    svg = qr.qr_svg(ADDRESS, label="Check <this>")
    assert "<title>Check &lt;this&gt;</title>" in svg
    assert "style=" not in svg
    assert svg.startswith("<svg")


def test_mixed_case_needs_a_larger_code() -> None:
    assert qr._code(ADDRESS.lower()).designator == "4-Q"
