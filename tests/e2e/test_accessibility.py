"""Every kind of page, in three languages, narrow and wide: axe-core finds nothing, and neither do our own checks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import DESK, LANGUAGES, PHONE
from tests.e2e.kinds import KINDS, Kind, find_places
from tests.e2e.visiting import Sheet

pytestmark = pytest.mark.e2e

#: Most narrow phone that has to show a page without scrolling sideways (WCAG 1.4.10).
NARROWEST = 320
#: Letters with stacked marks above and below, in ems of our heading font.
INK_OF_LAO = 1.65
IN_THE_DARK = ("home", "lesson", "document-page", "compare", "search-hits", "verification", "quiz", "result")
OWN_CHECKS = (Path(__file__).parent / "page_checks.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = f"async () => {{ {AXE_SCRIPT}; return (await axe.run({{resultTypes: ['violations'], runOnly: {RULES}}})).violations }}"
AXE_AGAIN = f"async () => (await axe.run({{resultTypes: ['violations'], runOnly: {RULES}}})).violations"


@pytest.fixture(scope="module")
def visitors(browser: Browser, demo: str) -> Iterator[dict[bool, Page]]:
    """A stranger and somebody signed in; their browser lets axe in, which the policy of our pages would not."""
    contexts = {signed_in: browser.new_context(base_url=demo, bypass_csp=True) for signed_in in (False, True)}
    yield {signed_in: context.new_page() for signed_in, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="module")
def places(visitors: dict[bool, Page]) -> dict[str, str]:
    return find_places(visitors[True])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_page_is_for_everybody(visitors: dict[bool, Page], places: dict[str, str], kind: Kind, language: str) -> None:
    page = visitors[kind.signed_in]
    page.set_viewport_size({"width": PHONE, "height": 800})
    reply = page.goto(kind.address(language, places))
    assert reply is not None and reply.status == kind.status
    assert page.locator("html").get_attribute("lang") == language
    found = _violations(page, AXE, f"at {PHONE} px")
    found += page.evaluate(OWN_CHECKS, INK_OF_LAO)
    if kind.signed_in and language != "en":
        found += [f"English: {words}" for words in Sheet.of(page.content()).english_sentences()]
    if kind.name in IN_THE_DARK:
        page.emulate_media(color_scheme="dark")
        found += _violations(page, AXE_AGAIN, "in the dark")
        page.emulate_media(color_scheme="light")
    for width in (NARROWEST, PHONE):
        found += _sideways(page, width)
    page.set_viewport_size({"width": DESK, "height": 800})
    found += _violations(page, AXE_AGAIN, f"at {DESK} px")
    assert found == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.signed_in], ids=lambda kind: kind.name)
def test_the_first_key_leads_to_the_content(visitors: dict[bool, Page], places: dict[str, str], kind: Kind) -> None:
    page = visitors[False]
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(kind.address("lo", places))
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.activeElement.matches('a.skip') && document.activeElement.getBoundingClientRect().x >= 0"
    )
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def _violations(page: Page, script: str, where: str) -> list[str]:
    violations: list[dict[str, Any]] = page.evaluate(script)
    return [f"{one['id']} {where}: {node['html'][:160]}" for one in violations for node in one["nodes"]]


def _sideways(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"scrolls sideways at {width} px: {wide} px"] if wide > width else []
