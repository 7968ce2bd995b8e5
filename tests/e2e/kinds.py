"""Every kind of page that the exchange shows, and where the demo has one of it."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, expect

from tests.e2e import learning
from tests.e2e.people import sign_in
from tests.e2e.quiz_answers import Sheet

LESSON: Final = f"courses/{learning.COURSE}/nine-branches-and-the-floor/nine-branches-of-c102/"
#: Has done the first course, holds a certificate, and may try the quiz of the second as often as needed.
HOLDER: Final = "administrator@demo.example"
SECOND_COURSE: Final = "administration-and-monitoring"
LIBRARY: Final = Path(__file__).resolve().parents[2] / "knowledge" / "library" / "demo_content"
#: One work of the library, in three languages.
DOCUMENT: Final = tomllib.loads((LIBRARY / "lao-law-timeline.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Kind:
    """One kind of page; ``path`` stands below the language, or carries ``{language}`` itself."""

    name: str
    path: str
    signed_in: bool = False
    status: int = 200

    def address(self, language: str, places: dict[str, str]) -> str:
        document = f"library/{DOCUMENT['documents'][language]['uuid']}/"
        path = self.path.format(language=language, document=document, **places)
        return path if path.startswith("/c/") else f"/{language}/{path}"


KINDS: Final = (
    Kind("home", ""),
    Kind("information", "about/"),
    Kind("catalogue", "courses/"),
    Kind("course", f"courses/{learning.COURSE}/"),
    Kind("lesson", LESSON),
    Kind("workshops", "workshops/"),
    Kind("workshop", "workshops/from-records-to-figures/"),
    Kind("case-studies", "case-studies/"),
    Kind("case-study", "case-studies/lao-self-employed/"),
    Kind("library", "library/"),
    Kind("document", "{document}"),
    Kind("document-page", "{document}3/?q=2014&picture=1"),
    Kind("compare", "compare/"),
    Kind("provision", "{provision}"),
    Kind("glossary", "glossary/"),
    Kind("search", "search/"),
    Kind("search-hits", "search/?q=C102"),
    Kind("search-nothing", "search/?q=xqzjvw&kind=document"),
    Kind("sign-in", "accounts/login/"),
    Kind("sign-up", "accounts/signup/"),
    Kind("password-reset", "accounts/password/reset/"),
    Kind("check-certificate", "/c/?lang={language}"),
    Kind("verification", "/c/{code}?lang={language}"),
    Kind("unknown-certificate", "/c/AAAABBBBCCCCDDDD?lang={language}", status=404),
    Kind("not-found", "nowhere-at-all/", status=404),
    Kind("my-courses", "my/courses/", signed_in=True),
    Kind("my-certificates", "my/certificates/", signed_in=True),
    Kind("my-certificate", "{award}", signed_in=True),
    Kind("profile", "my/profile/", signed_in=True),
    Kind("quiz", "{attempt}", signed_in=True),
    Kind("review", "{attempt}review/", signed_in=True),
    Kind("result", "{closed_attempt}result/", signed_in=True),
)


def find_places(page: Page) -> dict[str, str]:
    """Sign in and learn the addresses that the demo makes anew each time."""
    sign_in(page, "en", HOLDER)
    places = {
        "provision": _first_link(page, "compare/", r"compare/provision/[0-9a-f-]{36}/"),
        "award": _first_link(page, "my/certificates/", r"my/certificates/[0-9a-f-]{36}/"),
    }
    code = page.locator('main a[href*="/c/"]').first.get_attribute("href") or ""
    places["code"] = code.partition("?")[0].rpartition("/")[2]
    page.goto(f"/en/courses/{SECOND_COURSE}/")
    enrol = page.locator('form[action$="/enrol/"] button')
    if enrol.count():
        enrol.click()
    places["closed_attempt"] = _half_right(page)
    places["attempt"] = _open_attempt(page)
    Sheet.of(SECOND_COURSE).answer(page, "en", last=3)
    page.locator('.stepbar button[value="save"]').click()
    page.wait_for_load_state()
    return places


def _first_link(page: Page, start: str, pattern: str) -> str:
    page.goto(f"/en/{start}")
    found = [one.get_attribute("href") or "" for one in page.locator("main a").all()]
    return next(link.removeprefix("/en/") for link in found if re.fullmatch(f"/en/{pattern}", link))


def _open_attempt(page: Page) -> str:
    page.goto(f"/en/courses/{SECOND_COURSE}/")
    for lesson in [one.get_attribute("href") or "" for one in page.locator(".outline a").all()]:
        page.goto(lesson)
        start = page.locator('form[action$="/start/"] button')
        if start.count():
            start.click()
            expect(page).to_have_url(re.compile(r"/quiz/[0-9a-f-]{36}/$"))
            page.wait_for_load_state()
            return page.url.partition("/en/")[2]
    raise AssertionError("no lesson of the second course has a quiz")


def _half_right(page: Page) -> str:
    address = _open_attempt(page)
    sheet = Sheet.of(SECOND_COURSE)
    sheet.answer(page, "en", last=4)
    sheet.answer(page, "en", first=5, right=False)
    learning.submit(page)
    return address
