"""Last touches on a finished PDF, before it is written: what it claims to be, and tidy lists.

WeasyPrint writes one standard into the metadata. Our files keep two, PDF/A-3a and PDF/UA-1, so the
second claim is added here. PDF/A-3 (ISO 19005-3, 6.6.2.3) asks that a property outside its own list be
described in the file: hence the extension schema.
"""

import re
from typing import Any

ZERO_WIDTH_SPACE = "\u200b"

#: An empty string between two moves of one line of glyphs, as WeasyPrint writes it after a mark of no width.
_EMPTY_STRING = re.compile(rb"(-?[\d.]+)?<>(-?[\d.]+)")
_END_OF_METADATA = b"</rdf:RDF>"
_PDF_UA = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" />
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def claim_pdf_ua(document: Any, pdf: Any) -> None:
    """Add the PDF/UA-1 claim to the metadata of a tagged PDF/A-3 (a WeasyPrint finisher)."""
    for stream in pdf.objects:
        if getattr(stream, "extra", {}).get("Type") == "/Metadata":
            packet = b"".join(stream.stream)
            stream.stream = [packet.replace(_END_OF_METADATA, _PDF_UA + _END_OF_METADATA)]


def join_moves(document: Any, pdf: Any) -> None:
    """Write two moves round an empty string as one (operator TJ, ISO 32000-2, 9.4.3).

    Between them pdfium, which draws PDF in Chrome and in our page pictures, loses the second: Lao letters after
    stacked marks lay over each other.
    """
    for stream in pdf.objects:
        items = getattr(stream, "stream", None)
        if isinstance(items, list):
            items[:] = [_joined(item) if isinstance(item, bytes) and item.endswith(b"TJ") else item for item in items]


def _joined(item: bytes) -> bytes:
    return _EMPTY_STRING.sub(lambda moves: b"%.3f" % (float(moves[1] or 0) + float(moves[2])), item)


def list_attachments_once(document: Any, pdf: Any) -> None:
    """Remove the second mention of each attachment: WeasyPrint 70 lists every one twice in /AF."""
    if files := pdf.catalog.get("AF"):
        files[:] = dict.fromkeys(files)


def without_break_marks(document: Any) -> None:
    """Take the marks between Lao words out of the outline: readers show and search its titles."""
    for page in document.pages:
        page.bookmarks = [
            (level, label.replace(ZERO_WIDTH_SPACE, ""), target, state)
            for level, label, target, state in page.bookmarks
        ]
