"""A visitor becomes a certified learner, in Lao, in English and in Chinese, on a phone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import learning
from tests.e2e.people import NEWCOMERS, Newcomer, sign_up
from tests.e2e.quiz_answers import Sheet, given

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("who", NEWCOMERS, ids=lambda who: who.language)
def test_a_visitor_becomes_a_certified_learner(phone: Page, browser: Browser, demo: str, who: Newcomer) -> None:
    sign_up(phone, who, journey="phone")
    learning.enrol(phone, who.language)
    _read_all(phone, who)
    _fail_then_pass(phone, who)
    pdf, address = learning.issue_certificate(phone, who.language)
    assert who.name in learning.text_of(pdf), "the name is intact in the file"
    shown = learning.qr_of(pdf)
    assert shown.lower() == f"{demo}{address}".lower(), "capitals keep the code small; the address minds none"
    _a_stranger_reads_valid(browser, shown, who)


def _read_all(page: Page, who: Newcomer) -> None:
    learning.read_on(page)
    learning.expect_lessons_read(page, 1)
    learning.switch_language(page, who.other_language)
    learning.expect_lessons_read(page, 1)
    learning.read_on(page)
    learning.expect_lessons_read(page, 2)
    learning.switch_language(page, who.language)
    for count in range(3, learning.LESSONS + 1):
        learning.read_on(page)
        learning.expect_lessons_read(page, count)


def _fail_then_pass(page: Page, who: Newcomer) -> None:
    sheet = Sheet.of(learning.COURSE)
    learning.start_quiz(page, who.language)
    sheet.answer(page, who.language, right=False)
    learning.submit(page)
    expect(learning.verdict(page)).to_have_class("note warn")

    learning.try_again(page)
    assert given(page) == [], "a new attempt begins empty"
    sheet.answer(page, who.language, last=6)
    answers = given(page)
    learning.go_on_in(page, who.other_language)
    assert given(page) == answers, "answers are kept in the other language"
    sheet.answer(page, who.other_language, first=7)
    learning.submit(page)
    expect(learning.verdict(page)).to_have_class("note good")


def _a_stranger_reads_valid(browser: Browser, address: str, who: Newcomer) -> None:
    context = browser.new_context(locale=who.browser_language)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("lang", who.language)
    expect(page.locator(".verdict.ok h1")).to_be_visible()
    expect(page.locator("main")).to_contain_text(who.name)
    context.close()
