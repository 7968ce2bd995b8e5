"""Headers of public pages and of the admin."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

PUBLIC = ["/en/accounts/login/", "/lo/accounts/signup/", "/zh-hans/nowhere/"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_public_pages_allow_no_inline_script_or_style(client: Client, address: str) -> None:
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "style=" not in response.text.replace("font-style=", "")
    assert "<script>" not in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_every_page_carries_the_other_guards(client: Client, address: str) -> None:
    response = client.get(address)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert "camera=()" in response["Permissions-Policy"]


def test_the_admin_gets_a_looser_policy_without_eval(client_of: Callable[[str], Client], settings: Any) -> None:
    settings.EXCHANGE_DEMO = True
    policy = client_of("editor").get("/admin/")["Content-Security-Policy"]
    assert "'unsafe-inline'" in policy
    assert "unsafe-eval" not in policy


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("lo", "ບໍ່ມີ"), ("en", "does not exist"), ("zh-hans", "不存在")])
def test_a_wrong_address_is_told_in_the_readers_language(client: Client, language: str, words: str) -> None:
    response = client.get(f"/{language}/nowhere/at/all/")
    assert response.status_code == 404
    assert words in response.text
