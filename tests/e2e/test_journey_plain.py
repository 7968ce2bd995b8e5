"""The same without JavaScript: reading, quiz, certificate and its check."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import learning
from tests.e2e.people import NEWCOMERS, Newcomer, sign_up
from tests.e2e.quiz_answers import Sheet, given

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("who", NEWCOMERS, ids=lambda who: who.language)
def test_everything_works_without_a_script(plain_phone: Page, demo: str, who: Newcomer) -> None:
    page = plain_phone
    sign_up(page, who, journey="plain")
    learning.enrol(page, who.language)
    for count in range(1, learning.LESSONS + 1):
        learning.read_on(page)
        learning.expect_lessons_read(page, count)
    _answer_in_two_sittings(page, who)
    _pdf, address = learning.issue_certificate(page, who.language)
    _check_by_hand(page, who, code=address.rpartition("/")[2])


def _answer_in_two_sittings(page: Page, who: Newcomer) -> None:
    sheet = Sheet.of(learning.COURSE)
    learning.start_quiz(page, who.language)
    sheet.answer(page, who.language, last=3)
    answers = given(page)
    page.locator('.stepbar button[value="save"]').click()
    page.wait_for_load_state()
    learning.start_quiz(page, who.language)
    assert given(page) == answers, "what was saved is there when the learner comes back"
    learning.go_on_in(page, who.other_language)
    assert given(page) == answers
    sheet.answer(page, who.other_language, first=4)
    learning.submit(page)
    expect(learning.verdict(page)).to_have_class("note good")


def _check_by_hand(page: Page, who: Newcomer, *, code: str) -> None:
    page.goto(f"/c/?lang={who.language}")
    typed = "-".join(code[start : start + 4] for start in range(0, len(code), 4)).lower()
    page.locator("#code").fill(f" {typed} ")
    page.locator("form:has(#code) button").click()
    expect(page.locator("html")).to_have_attribute("lang", who.language)
    expect(page.locator(".verdict.ok h1")).to_be_visible()
    expect(page.locator("main")).to_contain_text(who.name)
