"""Real PDFs, good and bad, and documents that hold them."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from exchange.places.models import Country
from exchange.typesetting.documents import STYLESHEETS, Imprint, document_html
from exchange.typesetting.renderer import render_pdf
from knowledge.library.models import PolicyDocument
from knowledge.library.publishing import add_edition, read_edition

TEXTS = {
    "lo": ("ອັດຕາເງິນສົມທົບຂອງຜູ້ໃຊ້ແຮງງານ", "ຜູ້ອອກແຮງງານຈ່າຍເງິນສົມທົບຕາມກົດໝາຍ"),
    "en": ("The employer pays contributions.", "A pension is paid every month."),
    "zh-hans": ("用人单位缴纳社会保险费。", "失业保险由用人单位和职工共同缴纳。"),
}


def make_pdf(language: str = "en") -> bytes:
    """Two pages, the second with a sentence that the first does not have."""
    first, second = TEXTS[language]
    body = f"<p>{first * 2}</p><section class='page'><p>{second * 2}</p></section>"
    imprint = Imprint(kind="Brief", publisher="Test", date="2026")
    html = document_html(title="Brief", language=language, body_html=body, imprint=imprint)
    created = datetime(2026, 11, 24, tzinfo=UTC)
    return render_pdf(
        html, language=language, title="Brief", identifier="test", created=created, stylesheets=STYLESHEETS
    )


@pytest.fixture(scope="session")
def pdfs() -> dict[str, bytes]:
    return {language: make_pdf(language) for language in TEXTS}


@pytest.fixture(scope="session")
def bad_files(pdfs: dict[str, bytes]) -> dict[str, bytes]:
    """Uploads that must be refused, by the reason for it."""
    encrypted, scripted = BytesIO(), BytesIO()
    with pikepdf.open(BytesIO(pdfs["en"])) as pdf:
        pdf.save(encrypted, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.save(scripted)
    return {
        "empty": b"",
        "no-pdf": b"PK\x03\x04 a spreadsheet that calls itself law.pdf",
        "damaged": pdfs["en"][: len(pdfs["en"]) // 2],
        "encrypted": encrypted.getvalue(),
        "active": scripted.getvalue(),
    }


@pytest.fixture(scope="session")
def long_pdf(pdfs: dict[str, bytes]) -> bytes:
    """300 pages."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(pdfs["en"])) as source, pikepdf.new() as pdf:
        for _number in range(150):
            pdf.pages.extend(source.pages)
        pdf.save(stream)
    return stream.getvalue()


MakeDocument = Callable[..., PolicyDocument]


@pytest.fixture
def make_document(pdfs: dict[str, bytes], countries: dict[str, Country]) -> MakeDocument:
    """Make a published document whose file has been read."""

    def make(title: str = "Brief", language: str = "en", **fields: object) -> PolicyDocument:
        document = PolicyDocument(title=title, language=language, year=2026, **fields)
        document.countries.set([countries["LA"]])
        document.save()
        read_edition(edition=add_edition(document=document, file=BytesIO(pdfs[language])))
        return document

    return make
