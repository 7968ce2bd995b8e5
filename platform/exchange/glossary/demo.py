"""Loads the 44 terms of the demo. Rows that an editor changed since are left alone."""

import tomllib
from pathlib import Path
from typing import Any

from exchange.glossary.models import Label, Term
from exchange.languages import column

CONTENT = Path(__file__).parent / "demo_content" / "terms.toml"


def load() -> None:
    content: dict[str, Any] = tomllib.loads(CONTENT.read_text(encoding="utf8"))
    known = set(Term.objects.values_list("code", flat=True))
    for row in content["terms"]:
        if row["code"] in known:
            continue
        term = Term(uuid=row["uuid"], code=row["code"], number=row["number"], branch=row.get("branch", ""))
        for language, text in row["definition"].items():
            setattr(term, column("definition", language), text)
            setattr(term, column("source", language), content["definition_source"][language])
        term.labels.set([Label(**label) for label in row["labels"]])
        term.save()
