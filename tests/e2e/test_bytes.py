"""What a page costs on a weak line: bytes over the wire, as the browser counts them."""

from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import LANGUAGES, PHONE
from tests.e2e.kinds import LESSON

pytestmark = pytest.mark.e2e

KB: Final = 1000
FIRST_LOAD: Final = {"lo": 45 * KB, "en": 25 * KB, "zh-hans": 25 * KB}
AGAIN: Final = 10 * KB
SHEET: Final = 12 * KB
SCRIPT: Final = 6 * KB
LISTS: Final = ("", "courses/", "library/", "compare/", "glossary/")


class Meter:
    """Counts encoded bytes, headers included, by address."""

    def __init__(self, page: Page) -> None:
        self.bytes: dict[str, float] = {}
        self._addresses: dict[str, str] = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)

    def _asked(self, event: dict[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["request"]["url"]

    def _came(self, event: dict[str, Any]) -> None:
        address = self._addresses.get(event["requestId"], "?")
        self.bytes[address] = self.bytes.get(address, 0) + event["encodedDataLength"]

    def total(self) -> float:
        return sum(self.bytes.values())

    def ending(self, *ends: str) -> float:
        return sum(size for address, size in self.bytes.items() if address.endswith(ends))


@pytest.fixture
def cold(browser: Browser, demo: str) -> Iterator[Page]:
    """A phone that has never been here."""
    context = browser.new_context(base_url=demo, viewport={"width": PHONE, "height": 800})
    yield context.new_page()
    context.close()


def visit(page: Page, address: str) -> Meter:
    meter = Meter(page)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return meter


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_light_at_first_and_lighter_afterwards(cold: Page, language: str) -> None:
    first = visit(cold, f"/{language}/{LESSON}")
    assert 1 * KB < first.total() <= FIRST_LOAD[language], first.bytes
    assert 1 * KB < first.ending(".css") <= SHEET, first.bytes
    assert first.ending(".js") <= SCRIPT, first.bytes
    cold.goto("about:blank")
    again = visit(cold, f"/{language}/{LESSON}")
    assert again.total() <= AGAIN, again.bytes


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_list_is_heavy(browser: Browser, demo: str, language: str) -> None:
    """Lists may cost twice a lesson, because they grow; each is opened by somebody who has never been here."""
    for path in LISTS:
        context = browser.new_context(base_url=demo, viewport={"width": PHONE, "height": 800})
        meter = visit(context.new_page(), f"/{language}/{path}")
        context.close()
        assert meter.total() <= 2 * FIRST_LOAD[language], (path, meter.bytes)
