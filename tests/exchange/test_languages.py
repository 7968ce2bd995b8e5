"""Languages are a setting, not a migration."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client
from django.utils import formats, translation

from exchange.languages import SCHEMA_LANGUAGES, column, enabled, fallback_order

ROOT = Path(__file__).resolve().parents[2]


def test_a_column_is_named_after_field_and_language() -> None:
    assert column("title", "zh-hans") == "title_zh_hans"


def test_a_language_without_a_column_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="fr"):
        enabled(["lo", "en", "fr"])


def test_a_site_without_the_source_language_is_refused() -> None:
    with pytest.raises(ValueError, match="en"):
        enabled(["lo"])


def test_every_language_falls_back_to_the_source_first() -> None:
    assert fallback_order(["lo", "en", "zh-hans"])["lo"] == ("en", "zh-hans")


@pytest.mark.django_db
def test_russian_and_tajik_are_switched_on_by_a_setting_without_a_migration(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "EXCHANGE_LANGUAGES": "lo,en,zh-hans,ru,tg",
        "EXCHANGE_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "exchange.settings.test",
    }
    script = (
        "import sys; sys.path[:0] = ['platform', '.'];"
        "import django; django.setup();"
        "from django.core.management import call_command;"
        "call_command('makemigrations', check_changes=True, dry_run=True, verbosity=0);"
        "from exchange.home.models import HomePage;"
        "print([str(tab.heading) for tab in HomePage.edit_handler.children][:5])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "Русский" in run.stdout
    assert "Тоҷикӣ" in run.stdout
    assert set(SCHEMA_LANGUAGES) == {"lo", "en", "zh-hans", "ru", "tg"}


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_each_language_has_its_prefix_and_says_so(client: Client, language: str) -> None:
    response = client.get(f"/{language}/accounts/login/")
    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("header", "address"),
    [("lo-LA", "/lo/"), ("lo", "/lo/"), ("zh-CN", "/zh-hans/"), ("zh-TW", "/zh-hans/"), ("fr", "/en/")],
)
def test_a_visitor_is_sent_to_the_language_of_their_browser(client: Client, header: str, address: str) -> None:
    response = client.get("/", headers={"accept-language": header})
    assert response.status_code == 302
    assert response["Location"] == address


@pytest.mark.django_db
def test_every_page_names_itself_in_the_other_languages(client: Client) -> None:
    text = client.get("/lo/accounts/login/?next=/lo/").text
    for language in ("lo", "en", "zh-hans"):
        assert f'hreflang="{language}"' in text
        assert f"/{language}/accounts/login/?next=" in text


@pytest.mark.parametrize(
    ("language", "number", "date"),
    [
        ("lo", "1.234.567,5", "24 ພະຈິກ 2026"),
        ("en", "1,234,567.5", "24 November 2026"),
        ("zh-hans", "1,234,567.5", "2026年11月24日"),
    ],
)
def test_numbers_and_dates_follow_the_language(language: str, number: str, date: str) -> None:
    with translation.override(language):
        assert formats.number_format(1234567.5, 1, use_l10n=True, force_grouping=True) == number
        assert formats.date_format(datetime(2026, 11, 24), "DATE_FORMAT") == date
