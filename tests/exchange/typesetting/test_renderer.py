import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from threading import Thread
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageOps

from exchange.typesetting.fetching import ForbiddenResource
from exchange.typesetting.renderer import Attachment
from tests.exchange.typesetting.conftest import MOMENT, Draw
from tests.exchange.typesetting.reading import embedded_fonts

LAW = "ກົດໝາຍວ່າດ້ວຍປະກັນສັງຄົມກຳນົດໃຫ້ຜູ້ອອກແຮງງານທີ່ເຮັດວຽກໃນຫົວໜ່ວຍແຮງງານເຂົ້າຮ່ວມປະກັນສັງຄົມ"
EVERY_SCRIPT = f"""
<h1>{LAW}</h1><p>{LAW} <b>ນ້ຳ</b> Article 5, 6% → 7%</p>
<p lang="zh-hans">社会保险法“第二章”——基本养老保险……喆䶮堃 <b>失业保险</b></p>
<p lang="tg">Ҷумҳурии Тоҷикистон: суғуртаи иҷтимоӣ, ҳуқуқ, бӯй, қонун</p>
"""


def test_the_same_arguments_give_the_same_bytes(draw: Draw) -> None:
    assert draw(EVERY_SCRIPT) == draw(EVERY_SCRIPT)


def test_another_process_gives_the_same_bytes(draw: Draw, tmp_path: Path) -> None:
    script = dedent(f"""
        import pathlib, sys
        from datetime import datetime
        from exchange.typesetting.renderer import render_pdf
        pdf = render_pdf({EVERY_SCRIPT!r}, language="lo", title="ໃບຢັ້ງຢືນ", identifier="1234",
                         created=datetime.fromisoformat({MOMENT.isoformat()!r}))
        pathlib.Path(sys.argv[1]).write_bytes(pdf)
    """)
    path = {"PYTHONPATH": "platform", "PYTHONHASHSEED": "7", "LANG": "C.UTF-8"}
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "a.pdf")], check=True, env=path)
    assert (tmp_path / "a.pdf").read_bytes() == draw(EVERY_SCRIPT)


def test_only_the_shipped_fonts_are_used_and_all_are_inside(draw: Draw) -> None:
    fonts = embedded_fonts(draw(EVERY_SCRIPT + "<p>no font has this: 𠮷 😀 ქართული</p>"))
    assert set(fonts) == {
        "SSX-Latin", "SSX-Lao", "SSX-Lao-Bold", "SSX-Han", "SSX-Han-Bold", "SSX-Rare-Han"
    }  # fmt: skip
    assert all(fonts.values())


def test_a_long_lao_line_breaks_before_the_edge_of_the_page(draw: Draw) -> None:
    with pypdfium2.PdfDocument(draw(f"<p style='font-size: 20pt'>{LAW * 3}</p>")) as document:
        page = document[0]
        right = max(item.get_bounds()[2] for item in page.get_objects())
        assert 300 < right < page.get_width()


def test_the_file_claims_pdf_a_3a_and_pdf_ua_1_and_describes_the_second_claim(draw: Draw) -> None:
    with pikepdf.open(BytesIO(draw("<h1>ສະບາຍດີ</h1>"))) as pdf, pdf.open_metadata() as claims:
        assert (claims["pdfaid:part"], claims["pdfaid:conformance"], claims["pdfuaid:part"]) == ("3", "A", "1")
        assert b"pdfaExtension:schemas" in pdf.Root.Metadata.read_bytes()
        assert claims["dc:title"] == "ໃບຢັ້ງຢືນ"
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("lo", True)
        assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == "D:20260301093000+00'00"


def test_a_plain_variant_is_tagged_but_claims_nothing(draw: Draw) -> None:
    with pikepdf.open(BytesIO(draw("<p>plain</p>", variant=None))) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert "/Metadata" not in pdf.Root


def test_an_attachment_is_inside_and_listed_once(draw: Draw) -> None:
    file = Attachment(name="credential.json", content=b'{"a": 1}')
    with pikepdf.open(BytesIO(draw("<p>1</p>", attachments=[file]))) as pdf:
        assert pdf.attachments["credential.json"].get_file().read_bytes() == b'{"a": 1}'
        assert [str(entry.AFRelationship) for entry in pdf.Root.AF] == ["/Data"]


def test_titles_in_the_outline_carry_no_break_marks(draw: Draw) -> None:
    with pikepdf.open(BytesIO(draw(f"<h1>{LAW}</h1>"))) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [LAW]


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/a.png", "https://example.org/a.png", "ftp://example.org/a.png", "file:///etc/hostname",
     "file://host/etc/hostname", f"file://{Path(__file__)}"],
)  # fmt: skip
def test_a_page_cannot_load_what_is_not_shipped(draw: Draw, address: str) -> None:
    with pytest.raises(ForbiddenResource):
        draw(f'<img src="{address}" alt="x">')


def test_the_renderer_works_on_after_a_refusal(draw: Draw) -> None:
    before = draw("<p>1</p>")
    with pytest.raises(ForbiddenResource):
        draw('<img src="https://example.org/a.png" alt="x">')
    assert draw("<p>1</p>") == before


def test_a_room_adds_a_sheet_with_pictures_beside_it(draw: Draw, tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    sheet = tmp_path / "room.css"
    sheet.write_text("@page { size: A5 landscape; background: url(mark.svg) } p { color: var(--thread) }")
    with pypdfium2.PdfDocument(draw("<p>x</p>", stylesheets=[sheet])) as document:
        assert [round(side) for side in document[0].get_size()] == [595, 420]


def test_a_moment_without_time_zone_is_refused(draw: Draw) -> None:
    with pytest.raises(ValueError, match="time zone"):
        draw("<p>x</p>", created=datetime(2026, 3, 1))


def test_several_threads_draw_the_same_pages_as_one(draw: Draw) -> None:
    expected = draw(EVERY_SCRIPT)
    drawn: list[bytes] = []
    threads = [Thread(target=lambda: drawn.append(draw(EVERY_SCRIPT))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn == [expected] * 3


def test_a_forked_child_leaves_the_fonts_of_its_parent_alone(tmp_path: Path) -> None:
    script = dedent("""
        import os
        from datetime import UTC, datetime
        from exchange.typesetting.renderer import render_pdf
        def draw(text):
            return render_pdf(text, language="en", title="t", identifier="i", created=datetime(2026, 1, 1, tzinfo=UTC))
        first = draw("<p>a</p>")
        child = os.fork()
        if child == 0:
            raise SystemExit(0 if draw("<p>a</p>") == first else 1)
        assert os.waitpid(child, 0)[1] == 0
        assert draw("<p>a</p>") == first
        assert len(draw("<p>汉字</p>")) > len(first)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": "platform"}, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_no_empty_string_stands_between_two_moves(draw: Draw) -> None:
    """pdfium, which draws PDF in Chrome, loses the second: letters after stacked marks lay over each other."""
    with pikepdf.open(BytesIO(draw("<p>ເງື່ອນໄຂ ຂໍ້ມູນ ຜູ້ອອກແຮງງານ ປຶ້ມ ທີ່ <b>ເງື່ອນໄຂ ຂໍ້ມູນ</b></p>"))) as pdf:
        instructions: list[Any] = [step for page in pdf.pages for step in pikepdf.parse_content_stream(page)]
    lines = [step.operands[0] for step in instructions if str(step.operator) == "TJ"]
    assert lines
    empty = [line for line in lines if any(isinstance(part, pikepdf.String) and not bytes(part) for part in line)]
    assert empty == []


def test_pdfium_and_poppler_draw_lao_at_the_same_places(draw: Draw, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(draw("<p style='font-size: 30pt'>ເງື່ອນໄຂ ຂໍ້ມູນ ຜູ້ອອກ ເງື່ອນໄຂ ຂໍ້ມູນ</p>"))
    subprocess.run(["pdftoppm", "-r", "72", "-gray", str(file), str(tmp_path / "poppler")], check=True)
    poppler = Image.open(next(tmp_path.glob("poppler*.pgm")))
    with pypdfium2.PdfDocument(file) as document:
        pdfium = document[0].render(scale=1, grayscale=True).to_pil()
    edges = [ImageOps.invert(picture.convert("L")).getbbox() for picture in (poppler, pdfium)]
    assert edges[0] is not None
    assert edges[1] is not None
    assert all(abs(one - other) <= 3 for one, other in zip(edges[0], edges[1], strict=True)), edges
