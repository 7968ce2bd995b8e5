"""A PDF as it looks after a trip through a paper scanner: pictures of pages, no text inside."""

import time
from io import BytesIO

import pypdfium2
from PIL import Image


def scan_of(pdf: bytes, *, dpi: int = 110) -> bytes:
    """Return an image-only PDF of the same pages, in shades of grey, each turned by a hair.

    Used for demonstrations and tests of documents whose text cannot be read. The same file gives the
    same scan: its time is a fixed one.
    """
    with pypdfium2.PdfDocument(pdf) as source:
        pictures = [page.render(scale=dpi / 72).to_pil() for page in source]
    pages = [_scanned(picture, turn=0.3 if at % 2 else -0.2) for at, picture in enumerate(pictures)]
    moment, buffer = time.gmtime(0), BytesIO()
    pages[0].save(
        buffer,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=dpi,
        quality=60,
        creationDate=moment,
        modDate=moment,
    )
    return buffer.getvalue()


def _scanned(page: Image.Image, *, turn: float) -> Image.Image:
    return page.convert("L").rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=250)
