"""Loads the case studies of the demo from ``demo_content/``: a file per case study, and one per language of it.

Idempotent: a case study that is there already is left alone, so that an edit made in the demo survives.
"""

import tomllib
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.db import transaction
from wagtail.blocks import StreamValue

from exchange.basepage.models import BasePage
from exchange.languages import SCHEMA_LANGUAGES, column
from exchange.places.models import Country
from knowledge.cases.founding import found
from knowledge.cases.models import CaseStudyIndexPage, CaseStudyPage, RelatedDocument

CONTENT: Final = Path(__file__).parent / "demo_content"
DOCUMENTS: Final = Path(str(apps.get_app_config("library").path)) / "demo_content"
Toml = dict[str, Any]


@transaction.atomic
def load() -> None:
    index = found()
    for path in sorted(CONTENT.glob("*.toml")):
        if "." not in path.stem:
            _case_study(index, _read(path))


def _read(path: Path) -> Toml:
    return tomllib.loads(path.read_text(encoding="utf8"))


def _texts(field: str, by_language: dict[str, Any]) -> dict[str, Any]:
    return {column(field, language): text for language, text in by_language.items()}


def _publish(page: BasePage) -> None:
    page.save_revision().publish()


def _case_study(index: CaseStudyIndexPage, content: Toml) -> None:
    if CaseStudyPage.objects.child_of(index).filter(slug=content["slug"]).exists():
        return
    files = {code: CONTENT / f"{content['slug']}.{code}.toml" for code in SCHEMA_LANGUAGES}
    texts = {code: _read(path) for code, path in files.items() if path.exists()}
    page = CaseStudyPage(
        slug=content["slug"],
        branches=content["branches"],
        first_year=content["first_year"],
        last_year=content["last_year"],
        unreviewed_languages=[code for code, text in texts.items() if text["review"] == "draft"],
    )
    for code, text in texts.items():
        for field, value in _fields(text, content["terms"]).items():
            name = column(field, code)
            setattr(page, name, _stream(getattr(page, name), value) if isinstance(value, list) else value)
    lessons: Any = [("lesson", lesson) for lesson in _lessons(content.get("lessons", []))]
    page.lessons = lessons
    page.documents.set([RelatedDocument(work=_work(slug)) for slug in content["documents"]])
    index.add_child(instance=page)
    page.countries.set(Country.objects.filter(code__in=content["countries"]))
    _publish(page)


def _work(slug: str) -> str:
    return str(_read(DOCUMENTS / f"{slug}.toml")["work"])


def _lessons(slugs: list[str]) -> list[BasePage]:
    return [page for slug in slugs if (page := BasePage.objects.live().filter(slug=slug).first())]


def _fields(text: Toml, terms: list[str]) -> dict[str, Any]:
    """The fields of the page in one language; the figures stand where their results are told."""
    bars = [("bars", _bars(figure)) for figure in text["figures"]]
    return {
        "title": text["title"],
        "lede": text["lede"],
        "facts": [("fact", fact) for fact in text["key_facts"]],
        "problem": [("text", text["problem"])],
        "action": [("text", text["what_was_done"])],
        "result": [("text", text["result"]), *bars],
        "lesson": [("text", text["lesson_learnt"]), ("glossary", {"terms": terms})],
        "sources": [("source", {"title": source}) for source in text["sources"]],
    }


def _stream(empty: StreamValue, blocks: list[tuple[str, Any]]) -> StreamValue:
    """Read the blocks as the database would, so that what is left out is empty and not None."""
    return empty.stream_block.to_python([{"type": kind, "value": value} for kind, value in blocks])


def _bars(figure: Toml) -> Toml:
    rows = [{"label": row["label"], "value": str(row["value"]), "second": None, "note": ""} for row in figure["rows"]]
    # A share of a whole is drawn on the whole: 94% must not look like all.
    return {
        "caption": figure["caption"],
        "unit": figure["unit"],
        "scale": "100" if figure["unit"] == "%" else None,
        "rows": rows,
        "source": figure["source"],
    }
