"""Adding a file to a document, and reading its pages."""

import hashlib
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max

from knowledge.library.extraction.checking import check
from knowledge.library.extraction.reading import read_pages
from knowledge.library.extraction.reasons import Refused
from knowledge.library.models import DocumentPage, Edition, PolicyDocument
from search import outbox


def add_edition(*, document: PolicyDocument, file: BinaryIO) -> Edition:
    """Keep the file as the document's next edition; the same file twice is one edition.

    Its pages are read by ``read_edition``, at once or by a job.

    Raises:
        Refused: the file is no PDF that may be kept; nothing was stored.
    """
    page_count = check(file)
    file.seek(0)
    content = file.read()
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        PolicyDocument.objects.select_for_update().get(pk=document.pk)
        newest = document.current_edition
        if newest is not None and newest.sha256 == sha256:
            return newest
        number = (document.editions.aggregate(last=Max("number"))["last"] or 0) + 1
        edition = Edition(document=document, number=number, sha256=sha256, size=len(content), page_count=page_count)
        edition.file.save("document.pdf", ContentFile(content), save=False)
        edition.save()
    return edition


def read_edition(*, edition: Edition) -> Edition:
    """Read the text of every page and say how it went in the edition's state; may be called again at any time."""
    edition.state, edition.reason = Edition.State.READING, ""
    edition.save(update_fields=["state", "reason"])
    try:
        with edition.file.open("rb") as stored, tempfile.NamedTemporaryFile(suffix=".pdf") as copy:
            copy.write(stored.read())
            copy.flush()
            pages = read_pages(Path(copy.name))
    except Refused as refusal:
        edition.state, edition.reason = Edition.State.FAILED, refusal.reason
        edition.save(update_fields=["state", "reason"])
        return edition
    with transaction.atomic():
        edition.pages.all().delete()
        DocumentPage.objects.bulk_create(
            DocumentPage(edition=edition, number=page.number, text=page.text.replace("\x00", "")) for page in pages
        )
        edition.state = Edition.State.READ
        edition.page_count = len(pages)
        edition.save(update_fields=["state", "page_count"])
        outbox.changed(edition.document)
    return edition
