"""What is kept, what is refused, and what the uploader is told."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation

from exchange.places.models import Country
from exchange.typesetting.scans import scan_of
from knowledge.library.extraction.checking import check
from knowledge.library.extraction.reasons import Reason, Refused
from knowledge.library.models import Edition, PolicyDocument
from knowledge.library.publishing import add_edition, read_edition

FORM = {"title": "ກົດໝາຍ", "language": "lo", "kind": "law", "status": "in-force", "visibility": "public", "year": "2018"}
WORK = {"work": "11111111-1111-4111-8111-111111111111"}


@pytest.fixture(autouse=True)
def _demo(settings: Any) -> None:
    settings.EXCHANGE_DEMO = True


@pytest.mark.parametrize("reason", ["empty", "no-pdf", "damaged", "encrypted", "active"])
def test_a_bad_file_is_refused_with_its_reason(bad_files: dict[str, bytes], reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        check(BytesIO(bad_files[reason]))
    assert refusal.value.reason == Reason(reason)


def test_a_document_of_300_pages_is_kept_and_read(
    long_pdf: bytes, make_document: Callable[..., PolicyDocument]
) -> None:
    document = make_document()
    edition = read_edition(edition=add_edition(document=document, file=BytesIO(long_pdf)))
    assert (edition.state, edition.page_count, edition.pages.count()) == ("read", 300, 300)


def test_too_many_pages_are_refused(long_pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.library.extraction.checking.MAX_PAGES", 299)
    with pytest.raises(Refused, match="too-many-pages"):
        check(BytesIO(long_pdf))


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
@pytest.mark.parametrize("reason", ["no-pdf", "damaged", "encrypted"])
def test_the_editor_reads_why_in_their_language_and_keeps_what_was_typed(
    client_of: Callable[[str], Client], editor: Any, bad_files: dict[str, bytes], language: str, reason: str
) -> None:
    editor.profile.language = language
    editor.profile.save()
    upload = SimpleUploadedFile("law.pdf", bad_files[reason], content_type="application/pdf")
    response = client_of("editor").post("/admin/snippets/library/policydocument/add/", {**FORM, **WORK, "pdf": upload})
    assert response.status_code == 200
    with translation.override(language):
        assert str(Reason(reason).label) in response.text
    assert "ກົດໝາຍ" in response.text
    assert not PolicyDocument.objects.exists()


def test_an_editor_uploads_a_law_and_its_pages_are_read(
    client_of: Callable[[str], Client], countries: dict[str, Country], pdfs: dict[str, bytes]
) -> None:
    upload = SimpleUploadedFile("law.pdf", pdfs["lo"], content_type="application/pdf")
    form = {**FORM, **WORK, "countries": ["LA"], "pdf": upload, "action-publish": "1"}
    response = client_of("editor").post("/admin/snippets/library/policydocument/add/", form)
    assert response.status_code == 302, response.context and response.context["form"].errors
    edition = PolicyDocument.objects.get().current_edition
    assert edition is not None
    assert (edition.state, edition.page_count) == ("read", 2)
    assert "ຜູ້ອອກແຮງງານ" in edition.pages.get(number=2).text


def test_a_scan_is_kept_and_says_that_it_has_no_text(
    make_document: Callable[..., PolicyDocument], pdfs: dict[str, bytes], client: Client
) -> None:
    document = make_document()
    edition = read_edition(edition=add_edition(document=document, file=BytesIO(scan_of(pdfs["lo"], dpi=50))))
    assert (edition.state, edition.reason) == (Edition.State.FAILED, Reason.NO_TEXT)
    with translation.override("lo"):
        assert str(Reason.NO_TEXT.label) in client.get(f"/lo/library/{document.uuid}/").text


def test_the_same_file_twice_is_one_edition(
    make_document: Callable[..., PolicyDocument], pdfs: dict[str, bytes]
) -> None:
    document = make_document()
    add_edition(document=document, file=BytesIO(pdfs["en"]))
    assert document.editions.count() == 1


def test_a_new_file_is_a_new_edition_and_the_old_address_says_so(
    make_document: Callable[..., PolicyDocument], pdfs: dict[str, bytes], client: Client
) -> None:
    document = make_document()
    read_edition(edition=add_edition(document=document, file=BytesIO(pdfs["zh-hans"])))
    old = client.get(f"/en/library/{document.uuid}/1/?edition=1").text
    assert "The employer pays" in old
    assert "older edition" in old


def test_a_file_that_eats_memory_costs_its_reading_only(
    make_document: Callable[..., PolicyDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = make_document()
    monkeypatch.setattr("knowledge.library.extraction.reading.PATIENCE_SECONDS", 0.001)
    edition = document.current_edition
    assert edition is not None
    assert read_edition(edition=edition).reason == Reason.TOO_SLOW
    assert edition.pages.count() == 2, "what was read before stays"
