"""What is not published yet is nowhere: not by its address, not in search, lists or the sitemap."""

import os

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.kinds import HOLDER, LESSON
from tests.e2e.people import sign_in
from tests.e2e.visiting import get

pytestmark = pytest.mark.e2e

#: A word that stands nowhere else.
SECRET = f"quillwort{os.getpid()}"


def test_a_draft_is_absent_for_everybody_else(desk: Page, demo: str) -> None:
    sign_in(desk, "en", HOLDER)
    desk.goto(f"/en/{LESSON}")
    lesson = (desk.locator("form[action$='/read/']").get_attribute("action") or "").split("/")[-3]
    desk.goto(f"/admin/pages/{lesson}/copy/")
    desk.locator("#id_new_title").fill(f"Draft of {SECRET}")
    desk.locator("#id_new_slug").fill(SECRET)
    desk.locator("main form [type=submit]").first.click()
    expect(desk.locator("main")).to_contain_text(SECRET)
    module = LESSON.strip("/").rpartition("/")[0]
    for language in ("lo", "en", "zh-hans"):
        reply = get(f"{demo}/{language}/{module}/{SECRET}/")
        assert reply.status == 404
        assert "Draft of" not in reply.text
        hits = get(f"{demo}/{language}/search/?q={SECRET}").text
        assert 'class="hit"' not in hits
    assert SECRET not in get(f"{demo}/sitemap.xml").text
    assert SECRET not in get(f"{demo}/en/{module.rpartition('/')[0]}/").text
