"""Loads the demo courses from ``demo_content/``: a folder per course, a file per lesson and language.

Idempotent: a course that is there already is left alone, so that an edit made in the demo survives the next start.
"""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db import transaction

from courses.outline.founding import found
from courses.outline.models import CatalogueIndexPage, CoursePage, CourseTrainer, LessonActivity, LessonPage, ModulePage
from courses.quizzes.models import Quiz
from exchange.accounts.demo import PEOPLE
from exchange.accounts.roles import TRAINERS
from exchange.basepage.models import BasePage
from exchange.languages import SCHEMA_LANGUAGES, column
from exchange.places.models import Country

CONTENT: Final = Path(__file__).parent / "demo_content"
#: A cell of digits, points, signs and units: such columns are set flush right.
NUMBER: Final = re.compile(r"^[\d.,\s%–+−-]+$")
Toml = dict[str, Any]


@transaction.atomic
def load() -> None:
    index = found()
    for folder in sorted(path.parent for path in CONTENT.glob("*/course.toml")):
        if not CoursePage.objects.child_of(index).filter(slug=folder.name).exists():
            _course(index, folder)


def _read(path: Path) -> Toml:
    return tomllib.loads(path.read_text(encoding="utf8"))


def _texts(field: str, by_language: dict[str, Any]) -> dict[str, Any]:
    return {column(field, language): text for language, text in by_language.items()}


def _publish(page: BasePage) -> None:
    page.save_revision().publish()


def _course(index: CatalogueIndexPage, folder: Path) -> None:
    content = _read(folder / "course.toml")
    page = CoursePage(
        slug=folder.name,
        hours=content["hours"],
        level=content["level"],
        branches=content["branches"],
        unreviewed_languages=[code for code, state in content.get("review", {}).items() if state == "draft"],
        **_texts("title", content["title"]),
        **_texts("intro", content["intro"]),
        **_texts("outcomes", {code: "\n".join(lines) for code, lines in content["outcomes"].items()}),
    )
    index.add_child(instance=page)
    page.countries.set(Country.objects.filter(code__in=content["countries"]))
    page.trainers.set([CourseTrainer(user=user) for user in _trainers()])
    _publish(page)
    lessons = [lesson for module in content["module"] for lesson in _module(page, module, folder)]
    if "quiz" in content:
        _attach_quiz(lessons[-1], content["quiz"])


def _trainers() -> list[Any]:
    emails = [person.email for person in PEOPLE if person.role == TRAINERS]
    return list(get_user_model().objects.filter(email__in=emails))


def _module(course: CoursePage, content: Toml, folder: Path) -> list[LessonPage]:
    module = ModulePage(slug=content["slug"], **_texts("title", content["title"]))
    course.add_child(instance=module)
    _publish(module)
    return [_lesson(module, slug, folder) for slug in content["lessons"]]


def _lesson(module: ModulePage, slug: str, folder: Path) -> LessonPage:
    by_language = {path.suffixes[0][1:]: _read(path) for path in sorted(folder.glob(f"{slug}.*.toml"))}
    lesson = LessonPage(slug=slug, minutes=next(iter(by_language.values()))["minutes"])
    for language in SCHEMA_LANGUAGES:
        if language in by_language:
            for field, value in _fields(by_language[language]).items():
                setattr(lesson, column(field, language), value)
    module.add_child(instance=lesson)
    _publish(lesson)
    return lesson


def _fields(content: Toml) -> dict[str, Any]:
    blocks = content["block"]
    notes = [each for each in blocks if each["type"] == "source_note"]
    return {
        "title": content["title"],
        "lede": content["lede"],
        "body": [(each["type"], SHAPES[each["type"]](each)) for each in blocks if each["type"] in SHAPES],
        "sources": [("source", source) for note in notes for source in note["sources"]],
    }


def _attach_quiz(lesson: LessonPage, quiz_uuid: str) -> None:
    """Attach a quiz of the demo to the lesson at the end of its course."""
    quiz = Quiz.objects.filter(uuid=quiz_uuid).first()
    if quiz:
        LessonActivity.objects.get_or_create(lesson=lesson, quiz=quiz, defaults={"required": True})


def _table(content: Toml) -> Toml:
    header, rows = content["header"], content["rows"]
    columns = [
        {"type": "number" if all(NUMBER.match(row[place]) for row in rows) else "text", "heading": heading}
        for place, heading in enumerate(header)
    ]
    cells = {"columns": columns, "rows": [{"values": row} for row in rows], "caption": ""}
    first_is_name = columns[0]["type"] == "text"
    return {
        "caption": content["caption"],
        "cells": cells,
        "row_headings": first_is_name,
        "source": content.get("source", ""),
    }


def _bars(content: Toml) -> Toml:
    rows = [
        {"label": row["label"], "value": str(row["value"]), "second": None, "note": row.get("text", "")}
        for row in content["rows"]
    ]
    return {"caption": content["caption"], "unit": content.get("unit", ""), "scale": None, "rows": rows} | {
        "source": content.get("source", "")
    }


#: How a block of the files becomes the value of a block of the page.
SHAPES: Final[dict[str, Any]] = {
    "text": lambda content: content["html"],
    "callout": lambda content: {
        "kind": content["tone"],
        "heading": content.get("title", ""),
        "text": content["html"],
    },
    "table": _table,
    "bars": _bars,
    "key_facts": lambda content: {"heading": content.get("title", ""), "facts": content["facts"]},
    "glossary": lambda content: {"terms": content["terms"]},
    "video": lambda content: {
        "title": content["title"],
        "url": content["url"],
        "minutes": content.get("minutes"),
        "transcript": content["transcript"],
    },
}
