"""Last touches on a finished PDF, before it is written: what it claims to be, and tidy lists.

WeasyPrint writes one standard into the metadata. Our files keep two, PDF/A-3a and PDF/UA-1, so the
second claim is added here. PDF/A-3 (ISO 19005-3, 6.6.2.3) asks that a property outside its own list be
described in the file: hence the extension schema.
"""

from typing import Any

ZERO_WIDTH_SPACE = "\u200b"

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
