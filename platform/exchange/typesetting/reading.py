"""Make the text of a PDF readable by programs: search, copying, reading aloud.

A PDF notes one text per glyph. WeasyPrint notes what a glyph stood for when it was first drawn, which is
wrong for Lao ຳ: its two glyphs and the tone between them share one piece of text, so a document that
begins with ນ້ຳ would read every later າ as ້ຳ. For the Lao faces the text is known from the names of the
glyphs, which the shipped fonts keep for this purpose (``fonts/readable_am.py``).

Raised and shifted marks also make readers see gaps and new lines inside a word (measured: pdfium gives
"ດ້ ວຍ", poppler "ທ⏎ີ່"). So every run of Lao says its text itself: /ActualText, ISO 32000-1, 14.9.4.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import pairwise
from typing import Any

from fontTools.ttLib import TTFont

from exchange.typesetting.paths import FONTS

_LAO_FACES = ("lao-400.ttf", "lao-700.ttf")
_RING, _AM = "\u0ecd", "\u0eb3"
_TONE_NAMES = {"maiEk": "\u0ec8", "maiTho": "\u0ec9", "maiTi": "\u0eca", "maiCatawa": "\u0ecb"}
_RING_WITH_TONE = re.compile(r"niggahita_(\w+)lao\b")
_LAO = re.compile("[\u0e80-\u0eff]")
_FONT = re.compile(rb"/(\w+) \S+ Tf")
_LANGUAGE_CODE = re.compile("[A-Za-z0-9-]+")
_GLYPHS = re.compile(rb"<([0-9a-f]+)>")
_LAO_CODE = re.compile(r"uni(0E[89A-F][0-9A-F])\b")


class ReadableFonts(dict[Any, Any]):
    """The fonts of one document, as WeasyPrint collects them; Lao ones get the right texts."""

    def __setitem__(self, key: Any, font: Any) -> None:
        """Note a font that the document begins to use."""
        if texts := _texts_by_face().get(font.file_content):
            font.to_unicode = _KnownTexts(texts)
        super().__setitem__(key, font)


class _KnownTexts(dict[int, str]):
    """Text per glyph number, in which what is known wins over what was seen."""

    def __init__(self, known: Mapping[int, str]) -> None:
        super().__init__()
        self._known = known

    def __setitem__(self, glyph: int, seen: str) -> None:
        super().__setitem__(glyph, self._known.get(glyph, seen))


def text_of_glyph(name: str) -> str | None:
    """Return what a glyph of the Lao faces stands for, None where its surroundings tell.

    In ນ້ຳ the ring stands for nothing, the tone for itself and the letter for ຳ: read in the order
    in which they are drawn, they give the spelling back.
    """
    part_of_am = name.endswith(".am")
    if found := _RING_WITH_TONE.match(name):
        tone = _TONE_NAMES[found[1]]
        return tone if part_of_am else _RING + tone
    if found := _LAO_CODE.match(name):
        sign = chr(int(found[1], 16))
        if part_of_am:
            return "" if sign == _RING else _AM
        return sign
    return None


@cache
def _texts_by_face() -> dict[bytes, dict[int, str]]:
    """Return the known texts of each Lao face, found by the bytes of its file."""
    faces = {}
    for path in (FONTS / name for name in _LAO_FACES):
        with TTFont(path) as font:
            names = font.getGlyphOrder()
        texts = {number: text_of_glyph(name) for number, name in enumerate(names)}
        faces[path.read_bytes()] = {number: text for number, text in texts.items() if text is not None}
    return faces


def name_languages(document: Any, *, language: str) -> None:
    """Let every run in another language than the document's carry its own, for programs that read aloud.

    WeasyPrint 70 writes the language of the document only. Call it before the document is written.
    """
    for page in document.pages:
        page.paint = partial(_paint_with_languages, page.paint, language)


def _paint_with_languages(paint: Callable[[Any, float], None], language: str, stream: Any, scale: float) -> None:
    paint(stream, scale)
    languages = {tag["mcid"]: box.style["lang"] for box, tag in (stream._tags or {}).items()}
    for properties, operator in pairwise(stream.stream):
        if operator == b"BDC" and isinstance(properties, dict):
            run = languages.get(properties.get("MCID"))
            if run and run != language and _LANGUAGE_CODE.fullmatch(run):
                properties["Lang"] = f"({run})"


def say_lao_text(document: Any, pdf: Any) -> None:
    """Add to each marked run that shows Lao the text that it shows (a WeasyPrint finisher)."""
    texts = {font.hash.encode(): font.to_unicode for font in document.fonts.values()}
    for stream in pdf.objects:
        content = getattr(stream, "stream", None)
        if isinstance(content, list) and b"BDC" in content:
            _say_lao_text_of(content, texts)


def _say_lao_text_of(content: list[Any], texts: Mapping[bytes, Mapping[int, str]]) -> None:
    properties, font, said = None, b"", ""
    for previous, item in pairwise(content):
        if item == b"BDC":
            properties, said = previous, ""
        elif item == b"EMC":
            if properties is not None and _LAO.search(said):
                properties["ActualText"] = b"<feff" + said.encode("utf-16-be").hex().encode() + b">"
            properties = None
        elif isinstance(item, bytes) and (found := _FONT.fullmatch(item)):
            font = found[1]
        elif isinstance(item, bytes) and item.endswith(b" TJ"):
            numbers = b"".join(_GLYPHS.findall(item)).decode()
            glyphs = (int(numbers[at : at + 4], 16) for at in range(0, len(numbers), 4))
            said += "".join(texts[font].get(glyph, "") for glyph in glyphs)
