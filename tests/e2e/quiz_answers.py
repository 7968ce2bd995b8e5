"""What is right in a quiz of the demo: read from its source, answered on its page."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

QUIZZES = Path(__file__).resolve().parents[2] / "courses" / "quizzes" / "demo_content"


@dataclass(frozen=True)
class Sheet:
    """The questions of one quiz as its author wrote them."""

    questions: Sequence[dict[str, Any]]

    @classmethod
    def of(cls, quiz: str) -> "Sheet":
        return cls(tomllib.loads((QUIZZES / f"{quiz}.toml").read_text(encoding="utf-8"))["question"])

    def answer(self, page: Page, language: str, *, first: int = 1, last: int | None = None, right: bool = True) -> None:
        """Fill in the questions ``first`` to ``last`` of a page that shows them all, rightly or wrongly."""
        fields = page.locator("fieldset.check")
        expect(fields).to_have_count(len(self.questions))
        for number in range(first, (last or len(self.questions)) + 1):
            _answer(fields.nth(number - 1), self.questions[number - 1], language, right=right)


def _answer(field: Locator, question: dict[str, Any], language: str, *, right: bool) -> None:
    expect(field.locator("legend")).to_contain_text(question["text"][language])
    kind = question["kind"]
    if kind == "numeric":
        value = question.get("numeric", question)["value"]
        field.get_by_role("textbox").fill(str(value if right else value + 1000))
    elif kind == "matching":
        partners = [choice["match"][language] for choice in question["choice"]]
        given = partners if right else [*partners[1:], partners[0]]
        for choice, partner in zip(question["choice"], given, strict=True):
            _named(field, choice, language).select_option(label=partner)
    elif kind == "ordering":
        places = [choice["position"] for choice in question["choice"]]
        given = places if right else [*places[1:], places[0]]
        for choice, place in zip(question["choice"], given, strict=True):
            _named(field, choice, language).select_option(str(place))
    else:
        wanted = [choice for choice in question["choice"] if choice["right"] is right]
        for choice in wanted if kind == "multiple" else wanted[:1]:
            _named(field, choice, language).check()


def _named(field: Locator, choice: dict[str, Any], language: str) -> Locator:
    return field.get_by_label(choice["text"][language], exact=True)


def given(page: Page) -> list[str]:
    """Return what stands in the form at this moment: choice by choice, independent of its language."""
    picked = page.locator("fieldset.check input:checked")
    written = page.locator("fieldset.check input[type=text], fieldset.check select")
    values = [f"{one.get_attribute('name')}={one.input_value()}" for one in [*picked.all(), *written.all()]]
    return sorted(value for value in values if not value.endswith("="))
