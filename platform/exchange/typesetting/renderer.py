"""Draw HTML as PDF: PDF/A-3a and PDF/UA-1, own fonts only, no network, the same bytes on every run.

One renderer a process keeps the parsed style sheets, the fonts and the pictures (measured: 172 ms of CPU
a page without, 98 with); the first page costs about a second, the next ones some 50 ms.
"""

import atexit
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

from weasyprint import CSS, HTML
from weasyprint import Attachment as WeasyAttachment
from weasyprint.css import ColorProfile
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from exchange.typesetting.claims import claim_pdf_ua, join_moves, list_attachments_once, without_break_marks
from exchange.typesetting.fetching import ForbiddenResource, ShippedFilesFetcher
from exchange.typesetting.paths import NO_SYSTEM_FONTS, PACKAGE, SHEET
from exchange.typesetting.reading import ReadableFonts, name_languages, say_lao_text
from exchange.writing.breaks import breakable_html

PDF_A_3A = "pdf/a-3a"
COLOURS = "kept-srgb"
GENERATOR = "South-South Exchange"


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file inside a PDF.

    ``relationship`` is one of ISO 32000-2, 7.11.3: Data, Source, Alternative, Supplement …
    """

    name: str
    content: bytes
    description: str = ""
    relationship: str = "Data"


class Colours(ColorProfile):
    """The colours that PDF/A asks for, read once; WeasyPrint reads them, and leaks a file, for every page.

    The profile goes into the file as it was read: LittleCMS writes it anew each time, not always alike.
    """

    content = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()

    def __init__(self) -> None:
        name, intent = "sRGB2014.icc", "relative-colorimetric"
        super().__init__(BytesIO(self.content), name, intent, (["r"], ["g"], ["b"]))


class Renderer:
    """Holds what pages have in common; draws one page at a time, whatever the number of threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._fetcher = ShippedFilesFetcher(folders=(PACKAGE,))
        self._fonts = _fonts_of_the_sheet_only()
        self._sheets: dict[Path, CSS] = {}
        self._pictures: dict[str, Any] = {}
        self._colours = {COLOURS: Colours()}

    def render(
        self,
        html: str,
        *,
        language: str,
        title: str,
        identifier: bytes,
        created: datetime,
        variant: str | None,
        attachments: Sequence[Attachment],
        stylesheets: Sequence[Path],
    ) -> bytes:
        """Draw the page; see render_pdf, which is the door to this."""
        with self._lock:
            try:
                sheets = [self._sheet(path) for path in (SHEET, *stylesheets)]
                page = HTML(string=breakable_html(html), url_fetcher=self._fetcher)
                page.etree_element.set("lang", language)
                pictures = dict(self._pictures)
                options = self._options(variant)
                document = page.render(font_config=self._fonts, stylesheets=sheets, cache=pictures, **options)
            except FatalURLFetchingError as refusal:
                raise ForbiddenResource(str(refusal.__cause__ or refusal)) from refusal
            # Shipped pictures stay for the next page; a QR code or a signature is gone with this one.
            self._pictures |= {url: seen for url, seen in pictures.items() if url.startswith("file:")}
            without_break_marks(document)
            name_languages(document, language=language)
            document.fonts = ReadableFonts()
            document.color_profiles = self._colours if variant else {}
            moment = created.isoformat(timespec="seconds")
            document.metadata.title, document.metadata.lang = title, language
            document.metadata.created = document.metadata.modified = moment
            document.metadata.generator = GENERATOR
            written: bytes = document.write_pdf(
                finisher=_finish_archive if variant == PDF_A_3A else _finish,
                pdf_identifier=identifier,
                attachments=[_as_weasyprint_wants(file, created=created) for file in attachments],
                **options,
            )
            return written

    def _options(self, variant: str | None) -> dict[str, Any]:
        """Return what layout and writing must agree on."""
        return {"pdf_variant": variant, "pdf_tags": True, "output_intent": COLOURS if variant else None}

    def _sheet(self, path: Path) -> CSS:
        """Return the parsed sheet, read once; pictures beside it may be loaded."""
        if path not in self._sheets:
            self._fetcher.allow(path.resolve().parent)
            self._sheets[path] = CSS(filename=path, font_config=self._fonts, url_fetcher=self._fetcher)
        return self._sheets[path]

    def leave_fonts_to_the_parent(self) -> None:
        """Keep the copy of the fonts when this process ends: the parent process made and needs it."""
        self._fonts._folder = None


def render_pdf(
    html: str,
    *,
    language: str,
    title: str,
    identifier: bytes | str,
    created: datetime,
    variant: str | None = PDF_A_3A,
    attachments: Sequence[Attachment] = (),
    stylesheets: Sequence[Path] = (),
) -> bytes:
    """Draw a whole HTML page as a tagged PDF.

    Args:
        html: the page; runs in other languages carry ``lang``, pictures have a text alternative or are
            CSS backgrounds. Lao text gets its line breaks here; nothing needs to be prepared.
        language: BCP 47 code of the page; it wins over ``<html lang>``.
        title: shown in the window of the reader; it wins over ``<title>``.
        identifier: names the document for good, for instance a UUID or a verification code.
        created: an aware moment; it is the only time in the file.
        variant: ``"pdf/a-3a"`` (claims PDF/UA-1 too), or None for a plain tagged PDF.
        attachments: files to put inside.
        stylesheets: shipped sheets read after ``sheet.css``, kept parsed; they may use files beside them.

    Returns:
        The file; the same arguments give the same bytes, in every process.

    Raises:
        ForbiddenResource: the page asks for an address outside itself and the shipped files.
        ValueError: ``created`` has no time zone.
    """
    if created.tzinfo is None:
        raise ValueError("created needs a time zone, or the file would differ from machine to machine")
    return shared_renderer().render(
        html,
        language=language,
        title=title,
        identifier=identifier.encode() if isinstance(identifier, str) else identifier,
        created=created,
        variant=variant,
        attachments=attachments,
        stylesheets=stylesheets,
    )


_shared: list[Renderer] = []
_making = Lock()


def shared_renderer() -> Renderer:
    """Return the one renderer of this process, made at first use."""
    with _making:
        if not _shared:
            _shared.append(Renderer())
        return _shared[0]


def _start_afresh_in_a_child() -> None:
    """A forked process draws with fonts of its own and leaves those of its parent alone."""
    global _making
    _making = Lock()
    while _shared:
        _shared.pop().leave_fonts_to_the_parent()


# Fonts must go while Pango still stands: left to the end of the interpreter they crash it (measured).
atexit.register(_shared.clear)
os.register_at_fork(after_in_child=_start_afresh_in_a_child)


def _fonts_of_the_sheet_only() -> FontConfiguration:
    """Return a font set that knows no font of the machine; the faces of sheet.css join it later."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(NO_SYSTEM_FONTS)
    try:
        return FontConfiguration()
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def _finish(document: Any, pdf: Any) -> None:
    say_lao_text(document, pdf)
    join_moves(document, pdf)
    list_attachments_once(document, pdf)


def _finish_archive(document: Any, pdf: Any) -> None:
    claim_pdf_ua(document, pdf)
    _finish(document, pdf)


def _as_weasyprint_wants(file: Attachment, *, created: datetime) -> WeasyAttachment:
    return WeasyAttachment(
        string=file.content,
        name=file.name,
        description=file.description or None,
        relationship=file.relationship,
        created=created,
        modified=created,
    )
