"""Settings fail loudly with the name of what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from exchange.settings import environment

ROOT = Path(__file__).resolve().parents[3]
COMPLETE = {
    "EXCHANGE_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQ",
    "EXCHANGE_ALLOWED_HOSTS": "exchange.example",
    "EXCHANGE_BASE_URL": "https://exchange.example",
    "EXCHANGE_DB_NAME": "exchange",
    "EXCHANGE_DB_USER": "exchange",
    "EXCHANGE_EMAIL_HOST": "mail.example",
    "EXCHANGE_EMAIL_FROM": "no-reply@exchange.example",
}


def test_a_missing_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EXCHANGE_NOWHERE", raising=False)
    with pytest.raises(ImproperlyConfigured, match="EXCHANGE_NOWHERE"):
        environment.text("EXCHANGE_NOWHERE")


def test_a_flag_that_says_neither_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXCHANGE_FLAG", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="perhaps"):
        environment.flag("EXCHANGE_FLAG")


def test_a_number_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXCHANGE_NUMBER", "many")
    with pytest.raises(ImproperlyConfigured, match="EXCHANGE_NUMBER"):
        environment.number("EXCHANGE_NUMBER")


def test_a_short_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXCHANGE_SECRET", "short")
    with pytest.raises(ImproperlyConfigured, match="32"):
        environment.secret("EXCHANGE_SECRET")


def test_a_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("s" * 40 + "\n", encoding="ascii")
    monkeypatch.setenv("EXCHANGE_SECRET_FILE", str(tmp_path / "key"))
    assert environment.secret("EXCHANGE_SECRET") == "s" * 40


def _check_production(extra: dict[str, str], tmp_path: Path) -> "subprocess.CompletedProcess[str]":
    base = {name: value for name, value in os.environ.items() if not name.startswith("EXCHANGE_")}
    variables = base | {"DJANGO_SETTINGS_MODULE": "exchange.settings.production", "EXCHANGE_VAR": str(tmp_path)} | extra
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)


def test_production_settings_pass_the_deployment_check(tmp_path: Path) -> None:
    run = _check_production(COMPLETE, tmp_path)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_production_names_each_missing_variable(name: str, tmp_path: Path) -> None:
    run = _check_production({key: value for key, value in COMPLETE.items() if key != name}, tmp_path)
    assert run.returncode != 0
    assert name in run.stderr


def test_production_refuses_the_demo(tmp_path: Path) -> None:
    run = _check_production(COMPLETE | {"EXCHANGE_DEMO": "1"}, tmp_path)
    assert "EXCHANGE_DEMO" in run.stderr
    assert run.returncode != 0
