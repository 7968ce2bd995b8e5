"""How the tests read a PDF back."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2


def text_by_pdfium(pdf: bytes) -> str:
    """The text of all pages as the library of Chrome reads it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def text_by_poppler(pdf: bytes, *, folder: Path) -> str:
    """The text of all pages as the library of most Linux readers reads it."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True).stdout


def embedded_fonts(pdf: bytes) -> dict[str, bool]:
    """The base names of the fonts of a PDF, without the tag of the subset, and whether each is inside."""
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = [item for item in document.objects if isinstance(item, pikepdf.Dictionary)]
        return {
            str(font.BaseFont).split("+", 1)[-1]: "/FontFile2" in font.FontDescriptor
            for font in fonts
            if font.get("/Type") == "/Font" and "/FontDescriptor" in font
        }
