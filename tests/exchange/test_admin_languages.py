"""Whoever works in the admin in Lao or Chinese meets no sentence of Wagtail's in English."""

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import django.conf
import polib
import pytest
from django.apps import apps
from django.test import Client, override_settings
from wagtail.models import Page
from wagtail.users.models import UserProfile

from exchange.accounts.models import User
from exchange.basepage.models import BasePage
from exchange.home.models import HomePage, InformationPage

SCREENS = (
    "/admin/",
    "/admin/pages/",
    "/admin/pages/search/?q=nowhere",
    "/admin/pages/{page}/",
    "/admin/pages/{page}/add_subpage/",
    "/admin/pages/{page}/edit/",
    "/admin/pages/{page}/history/",
    "/admin/pages/{page}/copy/",
    "/admin/pages/{page}/move/",
    "/admin/pages/{page}/delete/",
    "/admin/pages/{page}/unpublish/",
    "/admin/pages/{page}/privacy/",
    "/admin/choose-page/",
    "/admin/choose-external-link/",
    "/admin/choose-email-link/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/images/chooser/",
    "/admin/documents/",
    "/admin/documents/chooser/",
    "/admin/reports/locked/",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/reports/page-types-usage/",
    "/admin/users/",
    "/admin/users/new/",
)
#: "Actions" stands in a template without gettext, "None" is a counter's hidden value, the rest is the same everywhere.
NOT_A_SENTENCE = {"Actions", "None", "English", "URL", "ID"}
READ_ALOUD = ("aria-label", "title", "placeholder", "alt")


class Reader(HTMLParser):
    """Collect what a person sees or hears of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[str] = set()
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag if tag in ("script", "style") else ""
        self.heard |= {value.strip() for name, value in attrs if name in READ_ALOUD and value}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.heard.add(" ".join(data.split()))


def heard_on(html: str) -> set[str]:
    reader = Reader()
    reader.feed(json.loads(html)["html"] if html.startswith("{") else html)
    return {text for text in reader.heard if re.search("[A-Za-z]{2}", text)}


def english_of_the_packages() -> Iterator[str]:
    folders = [Path(app.path) for app in apps.get_app_configs()] + [Path(django.conf.__file__).parent]
    for folder in folders:
        for path in folder.glob("locale/en/LC_MESSAGES/django.po"):
            for entry in polib.pofile(str(path)):
                yield " ".join(entry.msgid.split())


@pytest.fixture
def page(db: None) -> Page:
    home = HomePage(title_en="Start", title_lo="ເລີ່ມ", slug="start-here")
    BasePage.get_first_root_node().add_child(instance=home)
    home.add_child(instance=InformationPage(title_en="Below", title_lo="ລຸ່ມ", slug="below"))
    home.save_revision().publish()
    return home


@pytest.mark.parametrize("visitor", ["trainer", "editor", "administrator"])
@pytest.mark.parametrize("language", ["lo", "zh-hans"])
def test_the_screens_speak_the_language_of_whoever_works_there(
    page: Page,
    client_of: Callable[[str], Client],
    request: pytest.FixtureRequest,
    visitor: str,
    language: str,
) -> None:
    person: User = request.getfixturevalue(visitor)
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": language})
    client = client_of(visitor)
    english = set(english_of_the_packages()) - NOT_A_SENTENCE
    left, opened = {}, 0
    with override_settings(EXCHANGE_DEMO=True):  # no second factor
        for address in SCREENS:
            answer = client.get(address.format(page=page.pk), headers={"accept-language": language})
            if answer.status_code == 302:  # not a screen of this role
                continue
            assert answer.status_code == 200, address
            opened += 1
            if in_english := heard_on(answer.text) & english:
                left[address] = in_english
    assert not left
    assert opened >= 5
