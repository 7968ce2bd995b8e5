"""Loads the comparison of the demo: indicators, schemes, provisions with their dates and sources.

Idempotent. A provision that is there already is left alone, so that a correction made in the demo survives.
"""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid5

from django.apps import apps
from django.db import transaction

from exchange.languages import column
from exchange.places.models import Institution
from knowledge.library.models import PolicyDocument
from knowledge.schemes.models import Citation, Indicator, Provision, Review, Scheme

CONTENT: Final = Path(__file__).parent / "demo_content"
DOCUMENTS: Final = Path(str(apps.get_app_config("library").path)) / "demo_content"
#: Provisions are found again by their key in the files.
NAMESPACE: Final = UUID("6f0c9ad6-6c39-5c0b-9c67-0d6b5c0f2b61")
Toml = dict[str, Any]


@transaction.atomic
def load() -> None:
    for row in _read("indicators")["indicators"]:
        _indicator(row)
    for row in _read("schemes")["schemes"]:
        _scheme(row)
    rows = {row["key"]: row for row in _read("provisions")["provisions"]}
    for key in rows:
        provision = _provision(key, rows)
        if "citation" in rows[key] and not provision.citations.exists():
            _cite(provision, rows[key]["citation"])


def _read(name: str) -> Toml:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf8"))


def _texts(field: str, by_language: dict[str, str]) -> dict[str, str]:
    return {column(field, language): text for language, text in by_language.items()}


def _indicator(row: Toml) -> None:
    values = {name: row[name] for name in ("group", "order")} | {
        "is_number": row["kind"] == "number",
        "unit": row.get("unit", ""),
        "branches": row.get("branches", []),
    }
    values |= _texts("label", row["label"]) | _texts("help", row.get("help", {}))
    Indicator.objects.update_or_create(code=row["code"], defaults=values)


def _scheme(row: Toml) -> None:
    values = {
        "country_id": row["country"],
        "contributory": row["contributory"],
        "branches": row["branches"],
        "institution": Institution.objects.filter(code=row.get("institution", "")).first(),
    }
    values |= _texts("name", row["name"]) | _texts("legal_basis", row.get("legal_basis", {}))
    Scheme.objects.update_or_create(code=row["code"], defaults=values)


def _provision(key: str, rows: dict[str, Toml]) -> Provision:
    """Make the provision, after the one it replaces."""
    row = rows[key]
    found = Provision.objects.filter(uuid=uuid5(NAMESPACE, key)).first()
    if found:
        return found
    provision = Provision(
        uuid=uuid5(NAMESPACE, key),
        country_id=row["country"],
        indicator=Indicator.objects.get(code=row["indicator"]),
        scheme=Scheme.objects.get(code=row["scheme"]) if "scheme" in row else None,
        number=Decimal(str(row["number"])) if "number" in row else None,
        as_of=row["as_of"],
        as_of_kind=row["as_of_kind"],
        as_of_precision=row.get("as_of_precision", Provision.Precision.DAY),
        review_state=row["review"],
        supersedes=_provision(row["supersedes"], rows) if "supersedes" in row else None,
    )
    for field, name in TEXTS.items():
        for attribute, text in _texts(field, row.get(name, {})).items():
            setattr(provision, attribute, text)
    provision.full_clean()
    provision.save()
    if provision.is_verified:
        Review.objects.create(provision=provision, state=provision.review_state)
    return provision


def _cite(provision: Provision, citation: Toml) -> None:
    """Cite the page that holds the quotation, in every language in which the document exists."""
    content = tomllib.loads((DOCUMENTS / f"{citation['document']}.toml").read_text(encoding="utf8"))
    for language, quote in citation["quote"].items():
        uuid = content["documents"][language]["uuid"]
        document = PolicyDocument.objects.filter(uuid=uuid).first()
        edition = document.current_edition if document else None
        page = edition.first_page_with(quote) if edition else None
        Citation.objects.create(
            provision=provision,
            document_uuid=uuid,
            edition=edition.number if edition else 1,
            page=page or citation["page"],  # a line of the PDF may break inside the quotation
        )


#: Field of the model ← name in the files.
TEXTS: Final = {
    "text": "text",
    "population": "population",
    "article": "article",
    "source_text": "source",
    "note": "note",
}
