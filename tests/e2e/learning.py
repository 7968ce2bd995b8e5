"""Steps of a learner, each without a translated label: pages are known by their addresses."""

import io
import re

import pypdfium2
import zxingcpp
from playwright.sync_api import Locator, Page, expect

COURSE = "social-insurance-basics"
LESSONS = 5


def enrol(page: Page, language: str) -> None:
    """Enrol in the course of the journey and open its first lesson."""
    page.goto(f"/{language}/courses/{COURSE}/")
    page.locator('form[action$="/enrol/"] button').click()
    page.goto(f"/{language}/courses/{COURSE}/")
    page.locator(".enrol a.btn").click()
    expect(page.locator("form[action$='/read/']")).to_have_count(1)


def expect_lessons_read(page: Page, count: int) -> None:
    """So many knots of the thread are woven."""
    expect(page.locator(".thread i.done")).to_have_count(count)


def read_on(page: Page) -> None:
    """Mark the lesson as read; the next page opens by itself."""
    page.locator("form[action$='/read/'] button").click()


def switch_language(page: Page, language: str) -> None:
    """Use the switch of the header; the address must stay the same below the language."""
    below = re.sub(r"^https?://[^/]+/[^/]+", "", page.url)
    page.locator(f'nav.langs a[hreflang="{language}"]').click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert re.sub(r"^https?://[^/]+/[^/]+", "", page.url) == below


def start_quiz(page: Page, language: str) -> None:
    """Go from the course to its quiz and open an attempt."""
    page.goto(f"/{language}/courses/{COURSE}/")
    page.locator('.enrol a.btn[href*="#activity-"]').click()
    page.locator('form[action$="/start/"] button').click()
    expect(page).to_have_url(re.compile(r"/quiz/[0-9a-f-]{36}/"))


def submit(page: Page) -> None:
    """Check the answers and submit."""
    page.locator('.stepbar button[value="review"]').click()
    expect(page).to_have_url(re.compile(r"/review/"))
    page.locator(".stepbar button").click()
    expect(page).to_have_url(re.compile(r"/result/"))


def try_again(page: Page) -> None:
    """Open a new attempt from the result."""
    page.locator("main .stepbar form button").click()
    expect(page).to_have_url(re.compile(r"/quiz/[0-9a-f-]{36}/$"))
    page.wait_for_load_state()


def go_on_in(page: Page, language: str) -> None:
    """Change the language in the middle of a quiz, with the button that saves first."""
    page.locator(f'button[value="language:{language}"]').click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.wait_for_load_state()


def verdict(page: Page) -> Locator:
    return page.locator("main .note").first


def issue_certificate(page: Page, language: str) -> tuple[bytes, str]:
    """Issue the certificate in one language; return its PDF and the address printed under it."""
    page.goto(f"/{language}/courses/{COURSE}/")
    page.locator('.enrol a[href*="/my/certificates/"]').click()
    page.locator(f'input[name=languages][value="{language}"]').check()
    page.locator("main form:has(input[name=languages]) button").click()
    with page.expect_download() as download:
        page.locator('main a[href$=".pdf"]').first.click()
    path = download.value.path()
    address = page.locator('main a[href*="/c/"]').first.get_attribute("href") or ""
    return path.read_bytes(), address.partition("?")[0]


def qr_of(pdf: bytes) -> str:
    """Return what the code on the first page says to a camera."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        picture = document[0].render(scale=2).to_pil()
    finally:
        document.close()
    read = zxingcpp.read_barcodes(picture)
    assert len(read) == 1, [one.text for one in read]
    return str(read[0].text)


def text_of(pdf: bytes) -> str:
    """Return the text of the first page."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return str(document[0].get_textpage().get_text_bounded())
    finally:
        document.close()
