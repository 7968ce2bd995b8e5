"""The shortest path: a trainer makes a course of three lessons and a quiz of eight questions, an editor publishes it.

Counted are clicks and Enter as a person would make them; texts are at hand and are pasted.
"""

import re

import pytest
from playwright.sync_api import Browser, Page

from exchange.accounts.demo import PASSWORD
from tests.e2e.people import NEWCOMERS, sign_in, sign_up

pytestmark = pytest.mark.e2e

#: design/screens.md: more than this and a newcomer does not finish in 20 minutes.
MOST_STEPS = 30
TITLE = "ປະກັນໄພຊະລາພາບ"
LESSONS = ("ເງິນບຳນານ", "ເງິນສົມທົບ", "ການຂໍຮັບ")
QUESTIONS = "\n\n".join(
    f"{number}. ຄຳຖາມກ່ຽວກັບເງິນບຳນານ ຂໍ້ {number}?\na) ຄຳຕອບທີໜຶ່ງ\n*b) ຄຳຕອບທີສອງ\nc) ຄຳຕອບທີສາມ\nd) ຄຳຕອບທີສີ່"
    for number in range(1, 9)
)


class Person:
    """Somebody at a browser whose clicks and Enter are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.steps = page, 0

    def sign_in(self, email: str) -> None:
        self.page.goto("/lo/accounts/login/")
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.goto("/admin/")

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state()
        self.steps += 1

    def type(self, text: str) -> None:
        """Type where the focus is: nobody had to click into the field."""
        assert self.page.evaluate("document.activeElement.tagName") in ("INPUT", "TEXTAREA", "DIV")
        self.page.keyboard.insert_text(text)

    def enter(self) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.steps += 1


def _become_a_trainer(page: Page, browser: Browser, demo: str) -> None:
    """Sign up as somebody new; an administrator then gives the account the role of trainer."""
    newcomer = NEWCOMERS[0]
    sign_up(page, newcomer, journey="trainer")
    office = browser.new_context(base_url=demo, viewport={"width": 1280, "height": 900}).new_page()
    sign_in(office, "en", "administrator@demo.example")
    office.goto(f"/admin/users/?q={newcomer.email('trainer')}")
    office.goto(office.locator("main td.title a").first.get_attribute("href") or "")
    office.get_by_role("tab", name="Roles").first.click()
    office.get_by_label("Trainers").check()
    office.locator("main form button[type=submit]:visible").first.click()
    office.wait_for_load_state()
    assert "/admin/users/" in office.url
    office.context.close()


def test_a_course_with_three_lessons_and_a_quiz_takes_few_steps(desk: Page, browser: Browser, demo: str) -> None:
    _become_a_trainer(desk, browser, demo)
    trainer = Person(desk)
    desk.goto("/admin/")
    _skeleton(trainer)
    for number in range(len(LESSONS)):
        _write(trainer, number)
    _quiz(trainer)
    trainer.click("[value=submit]")
    assert trainer.steps <= MOST_STEPS, f"{trainer.steps} clicks and Enter"
    print(f"clicks and Enter: {trainer.steps}")

    course = desk.url
    context = browser.new_context(base_url=demo)
    editor = Person(context.new_page())
    editor.sign_in("editor@demo.example")
    editor.click(f".desk-card a[href='{course.removeprefix(demo)}']")
    editor.click("[value=publish]")
    context.close()

    visitor = browser.new_context(base_url=demo).new_page()
    visitor.goto("/lo/courses/")
    visitor.get_by_role("link", name=TITLE).first.click()
    assert visitor.get_by_role("heading", level=1).inner_text() == TITLE
    visitor.get_by_role("link", name=re.compile(LESSONS[0])).first.click()
    assert "ບົດທີ 1" in visitor.inner_text("main")
    visitor.context.close()


def _skeleton(trainer: Person) -> None:
    trainer.click("a[href$='/desk/courses/']")
    trainer.click("a[href$='/courses/new/']")
    trainer.type(TITLE)
    trainer.enter()
    trainer.type("ພື້ນຖານ")
    trainer.enter()
    for title in LESSONS:
        trainer.type(title)
        trainer.enter()


def _write(trainer: Person, number: int) -> None:
    """Open a lesson, add a block of text, write, save and go back."""
    page = trainer.page
    page.locator(".builder-lesson").nth(number).locator("a[href*='/edit/']").first.click()
    trainer.steps += 1
    page.wait_for_load_state("networkidle")
    body = page.locator("[data-contentpath='body_lo']")
    body.locator("button.c-sf-add-button").first.click()
    trainer.steps += 1
    page.locator("[role=option], .w-combobox__option").first.click()
    trainer.steps += 1
    body.locator("[contenteditable=true]").first.click()
    trainer.steps += 1
    page.keyboard.insert_text(f"ບົດທີ {number + 1}: ເງິນບຳນານຈ່າຍໃຫ້ຜູ້ທີ່ເຖິງກະສຽນອາຍຸ.")
    page.wait_for_timeout(300)
    with page.expect_navigation():
        trainer.click("[name=action-back]")


def _quiz(trainer: Person) -> None:
    page = trainer.page
    trainer.click("[value=add-quiz]")
    trainer.click(".quiz-tabs a[href$='/paste/']")
    trainer.type(QUESTIONS)
    page.wait_for_selector("[data-preview] [value=add]")
    trainer.click("[data-preview] [value=add]")
    assert page.locator(".quiz-list > li[id^=q]").count() == 8
    trainer.click("p.desk-bar > a")


def test_a_workshop_with_materials_is_published_by_an_editor(desk: Page, browser: Browser, demo: str) -> None:
    trainer = Person(desk)
    trainer.sign_in("trainer@demo.example")
    trainer.click("a[href$='/admin/workshops/']")
    trainer.click("a[href$='/workshops/new/']")
    trainer.type("ສຳມະນາປະກັນໄພຊະລາພາບ")
    desk.fill("[name=starts_at]", "2027-03-01T09:00")
    desk.fill("[name=ends_at]", "2027-03-01T16:00")
    trainer.click(".desk-form [type=submit]")
    files = [
        {"name": name, "mimeType": "application/pdf", "buffer": b"%PDF-1.7 exercise"}
        for name in ("ບົດຝຶກຫັດ_lo.pdf", "Exercise_en.pdf")
    ]
    desk.set_input_files("[name=files]", files)  # type: ignore[arg-type]
    trainer.click("[value=files]")
    assert desk.locator("fieldset.quiz-choice").count() == 2
    trainer.click("[value=submit]")
    address = desk.url.removeprefix(demo)

    context = browser.new_context(base_url=demo)
    editor = Person(context.new_page())
    editor.sign_in("editor@demo.example")
    editor.click(f".desk-card a[href='{address}']")
    editor.click("[value=publish]")
    context.close()

    visitor = browser.new_context(base_url=demo).new_page()
    visitor.goto("/lo/workshops/")
    visitor.get_by_role("link", name="ສຳມະນາປະກັນໄພຊະລາພາບ").first.click()
    assert "ບົດຝຶກຫັດ" in visitor.inner_text("main")
    visitor.context.close()
