"""Places that every installation begins with: countries, provinces of Lao PDR, institutions."""

import tomllib
from pathlib import Path
from typing import Any

from exchange.languages import column
from exchange.places.models import Country, Institution, Province

CONTENT = Path(__file__).parent / "data" / "places.toml"


def _names(field: str, texts: dict[str, str]) -> dict[str, str]:
    return {column(field, language): text for language, text in texts.items()}


def found() -> None:
    """Create or refresh the rows, each by its code."""
    rows: dict[str, list[dict[str, Any]]] = tomllib.loads(CONTENT.read_text(encoding="utf8"))
    for row in rows["countries"]:
        values = _names("name", row["name"]) | {"is_partner": row.get("demo", False)}
        Country.objects.update_or_create(code=row["code"], defaults=values)
    for row in rows["provinces"]:
        values = _names("name", row["name"]) | {"country_id": row["country"]}
        Province.objects.update_or_create(code=row["code"], defaults=values)
    for row in rows["institutions"]:
        values = _names("name", row["name"]) | _names("short_name", row.get("short_name", {}))
        values |= {"country_id": row["country"], "url": row.get("url", "")}
        Institution.objects.update_or_create(code=row["code"], defaults=values)
