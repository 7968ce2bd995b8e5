"""A new installation opens with its own pages, without demo content."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from exchange.basepage.models import BasePage
from exchange.places.models import Country


@pytest.fixture
def founded(db: None) -> None:
    call_command("first_pages", stdout=StringIO())


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
@pytest.mark.parametrize(
    "path", ["", "courses/", "case-studies/", "workshops/", "library/", "compare/", "glossary/", "about/", "privacy/"]
)
def test_every_address_of_the_menu_answers(client: Client, founded: None, language: str, path: str) -> None:
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.text


def test_whoever_signs_up_finds_their_country(founded: None) -> None:
    assert set(Country.objects.filter(is_partner=True).values_list("code", flat=True)) == {"LA", "CN", "TJ"}


def test_a_second_run_changes_nothing(founded: None) -> None:
    pages = BasePage.objects.count()
    call_command("first_pages", stdout=StringIO())
    assert BasePage.objects.count() == pages
