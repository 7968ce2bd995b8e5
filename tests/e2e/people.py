"""Visitors who become learners, in any language."""

import os
import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

PASSWORD = "ຝົນຕົກ 12 bamboo rafts"
DEMO_PASSWORD = "exchange-demo-2026"


@dataclass(frozen=True)
class Newcomer:
    """Somebody who signs up; the name is one that must survive on a certificate."""

    language: str
    name: str
    country: str
    browser_language: str
    other_language: str

    def email(self, journey: str) -> str:
        """Return an address of its own for each journey."""
        return f"{journey}-{self.language}-{os.getpid()}@journey.example"


NEWCOMERS = (
    Newcomer("lo", "ນາງ ຄຳຫຼ້າ ສີສຸວັນ", "LA", "lo", "zh-hans"),
    Newcomer("en", "Manizha Rahimova", "TJ", "en", "lo"),
    Newcomer("zh-hans", "欧阳静怡", "CN", "zh-CN", "en"),
)


def sign_up(page: Page, who: Newcomer, *, journey: str) -> None:
    """Create the account of a newcomer, with the code that the demo's mail page shows."""
    email = who.email(journey)
    page.goto(f"/{who.language}/accounts/signup/")
    page.locator("#id_certificate_name").fill(who.name)
    page.locator("#id_email").fill(email)
    page.locator("#id_password1").fill(PASSWORD)
    page.locator("#id_country").select_option(who.country)
    page.locator("#id_agreement").check()
    page.locator("main form button[type=submit]").click()
    page.locator("#id_code").fill(_code_sent_to(page, email))
    page.locator("main form:has(#id_code) button[type=submit]").first.click()
    expect(page.locator('.menu a[href$="/my/profile/"]')).to_have_count(1)


def _code_sent_to(page: Page, email: str) -> str:
    mails = page.context.new_page()
    mails.goto("/demo/mail/")
    text = mails.locator("article", has_text=email).first.locator("pre").inner_text()
    mails.close()
    found = re.search(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", text, re.MULTILINE)
    assert found, f"no code in the mail: {text}"
    return found[1]


def sign_in(page: Page, language: str, email: str, password: str = DEMO_PASSWORD) -> None:
    """Sign in by the form."""
    page.goto(f"/{language}/accounts/login/")
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(password)
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator('.menu a[href$="/my/profile/"]')).to_have_count(1)
