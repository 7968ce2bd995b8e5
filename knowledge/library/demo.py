"""Sets the policy briefs of the demo as real PDFs and takes them in as any upload. What is there stays as it is."""

import tomllib
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from django.utils import translation
from django.utils.formats import date_format

from exchange.places.models import Country
from exchange.typesetting.documents import STYLESHEETS, Imprint, document_html
from exchange.typesetting.renderer import render_pdf
from exchange.typesetting.scans import scan_of
from knowledge.library.models import PolicyDocument
from knowledge.library.publishing import add_edition, read_edition

CONTENT: Final = Path(__file__).parent / "demo_content"
BRIEF: Final = {"lo": "ບົດສະຫຼຸບນະໂຍບາຍ", "en": "Policy brief", "zh-hans": "政策简报"}


def load() -> None:
    works = [tomllib.loads(file.read_text(encoding="utf8")) for file in sorted(CONTENT.glob("*.toml"))]
    for work in works:
        for language, text in work["documents"].items():
            document = _document(work, language, text)
            if document.current_edition is None:
                pdf = _pdf(work, language, text)
                read_edition(edition=add_edition(document=document, file=BytesIO(pdf)))
    _relate(works)


def _document(work: dict[str, Any], language: str, text: dict[str, Any]) -> PolicyDocument:
    known = PolicyDocument.objects.filter(uuid=text["uuid"]).first()
    if known is not None:
        return known
    document = PolicyDocument(
        uuid=text["uuid"],
        work=work["work"],
        language=language,
        title=text["title"],
        summary=text["summary"],
        publisher=text["publisher"],
        kind=PolicyDocument.Kind.BRIEF,
        status=work["status"],
        branches=work["branches"],
        year=work["year"],
        visibility=work["visibility"],
        live=True,
    )
    document.countries.set(Country.objects.filter(code__in=work["countries"]))
    document.save()
    document.save_revision().publish()
    return document


def _pdf(work: dict[str, Any], language: str, text: dict[str, Any]) -> bytes:
    created = datetime.combine(work["date"], time(), tzinfo=UTC)
    with translation.override(language):
        date = date_format(work["date"], "DATE_FORMAT")
    imprint = Imprint(kind=BRIEF[language], publisher=text["publisher"], date=date, summary=text["summary"])
    html = document_html(
        title=text["title"],
        language=language,
        body_html=(CONTENT / text["file"]).read_text(encoding="utf8"),
        imprint=imprint,
    )
    pdf = render_pdf(
        html,
        language=language,
        title=text["title"],
        identifier=text["uuid"],
        created=created,
        stylesheets=STYLESHEETS,
    )
    return scan_of(pdf) if work["scan"] else pdf


def _relate(works: list[dict[str, Any]]) -> None:
    """Point a work that replaces another to it, language by language."""
    for work in works:
        if "replaces" in work:
            for document in PolicyDocument.objects.filter(work=work["work"], replaces=None):
                older = PolicyDocument.objects.filter(work=work["replaces"], language=document.language).first()
                PolicyDocument.objects.filter(pk=document.pk).update(replaces=older)
