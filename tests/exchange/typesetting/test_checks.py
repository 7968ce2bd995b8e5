import pytest

from exchange.typesetting import checks


def test_a_machine_without_the_fast_subsetter_is_warned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "find_library", lambda name: None)
    assert [message.id for message in checks.fast_subsetting_is_installed()] == ["typesetting.W001"]


def test_a_machine_with_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "find_library", lambda name: f"lib{name}.so.0")
    assert checks.fast_subsetting_is_installed() == []
