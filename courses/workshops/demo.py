"""Loads the workshops of ``demo_content/*.toml`` and typesets their materials, one PDF a language.

Idempotent: a workshop that is there already is left alone, so that an edit made in the demo survives.
"""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from courses.quizzes.demo import quiz_uuid
from courses.quizzes.models import Quiz
from courses.workshops.founding import found
from courses.workshops.models import AgendaItem, WorkshopIndexPage, WorkshopMaterial, WorkshopPage
from exchange.accounts.demo import PEOPLE
from exchange.accounts.roles import TRAINERS
from exchange.basepage.models import BasePage
from exchange.languages import column
from exchange.media.models import ExchangeDocument
from exchange.moments import date_in_words
from exchange.places.models import Province
from exchange.typesetting.documents import STYLESHEETS, Imprint, document_html

CONTENT: Final = Path(__file__).parent / "demo_content"
Toml = dict[str, Any]


def load() -> None:
    index = found()
    for path in sorted(CONTENT.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf8"))
        if not WorkshopPage.objects.filter(slug=content["slug"]).exists():
            _workshop(index, content)


def _texts(content: Toml, *fields: str) -> Toml:
    return {column(field, language): text for field in fields for language, text in content.get(field, {}).items()}


def _publish(page: BasePage) -> None:
    page.save_revision().publish()


@transaction.atomic
def _workshop(index: WorkshopIndexPage, content: Toml) -> None:
    zone = ZoneInfo(content["zone"])
    page = WorkshopPage(
        slug=content["slug"],
        starts_at=content["starts_at"].replace(tzinfo=zone),
        ends_at=content["ends_at"].replace(tzinfo=zone),
        zone=content["zone"],
        country_id=content["country"],
        province=Province.objects.filter(code=content["province"]).first(),
        capacity=content["capacity"],
        hours=content["hours"],
        quiz=Quiz.objects.filter(uuid=quiz_uuid(content["quiz"])).first() if "quiz" in content else None,
        owner=_trainer(),
        unreviewed_languages=[code for code, state in content.get("review", {}).items() if state == "draft"],
        **_texts(content, "title", "intro", "place"),
        **{column("body", language): [("text", html)] for language, html in content["body"].items()},
    )
    page.agenda.set(
        AgendaItem(
            day=row["day"],
            begins=row["begins"],
            ends=row.get("ends"),
            sort_order=place,
            **_texts(row, "title", "facilitator"),
        )
        for place, row in enumerate(content["agenda"])
    )
    index.add_child(instance=page)
    page.materials.set(
        WorkshopMaterial(
            document=_document(content, row, language),
            phase=row["phase"],
            visibility=row["visibility"],
            file_language=language,
            sort_order=place,
            **_texts(row, "title"),
        )
        for place, (row, language) in enumerate(
            (row, language) for row in content["material"] for language in row["body"]
        )
    )
    _publish(page)


def _trainer() -> Any:
    emails = [person.email for person in PEOPLE if person.role == TRAINERS]
    return get_user_model().objects.filter(email__in=emails).first()


def _document(workshop: Toml, row: Toml, language: str) -> ExchangeDocument:
    name = f"{row['id']}-{language}.pdf"
    return ExchangeDocument.objects.create(
        title=row["title"]["en"],
        language=language,
        file=ContentFile(_pdf(workshop, row, language), name=name),
        **_texts(row, "title"),
    )


def _pdf(workshop: Toml, row: Toml, language: str) -> bytes:
    from exchange.typesetting.renderer import render_pdf  # two seconds of import, once in the life of a demo

    begins: datetime = workshop["starts_at"].replace(tzinfo=ZoneInfo(workshop["zone"]))
    with override(language):
        imprint = Imprint(
            kind=_("Workshop material"),
            publisher=workshop["title"][language],
            date=date_in_words(begins.date(), language),
        )
    html = document_html(
        title=row["title"][language], language=language, body_html=row["body"][language], imprint=imprint
    )
    return render_pdf(
        html,
        language=language,
        title=row["title"][language],
        identifier=str(uuid5(NAMESPACE_URL, f"demo:material:{workshop['slug']}:{row['id']}:{language}")),
        created=begins,
        stylesheets=STYLESHEETS,
    )
