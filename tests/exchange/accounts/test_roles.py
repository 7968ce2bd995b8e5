"""What each role may do."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from exchange.accounts.permissions import ensure_roles
from exchange.accounts.roles import ROLES

MAY_ENTER = {"stranger": 302, "learner": 302, "trainer": 200, "editor": 200, "administrator": 200}


@pytest.mark.parametrize(("visitor", "status"), MAY_ENTER.items())
def test_the_admin_opens_to_trainers_and_up(
    client_of: Callable[[str], Client], settings: Any, visitor: str, status: int
) -> None:
    settings.EXCHANGE_DEMO = True
    assert client_of(visitor).get("/admin/").status_code == status


@pytest.mark.parametrize("visitor", ["trainer", "editor", "administrator"])
def test_staff_without_a_second_factor_are_sent_to_set_one_up(client_of: Callable[[str], Client], visitor: str) -> None:
    response = client_of(visitor).get("/admin/")
    assert response.status_code == 302
    assert "2fa" in response["Location"]


@pytest.mark.parametrize("address", ["/admin/login/", "/_util/login/"])
def test_wagtails_own_sign_in_pages_lead_to_ours(client: Client, address: str, db: None) -> None:
    response = client.post(address, {"username": "x", "password": "y"})
    assert response.status_code == 302
    assert "/accounts/login/" in response["Location"]


def test_roles_are_made_again_without_change(db: None) -> None:
    before = {group.name: group.permissions.count() for group in Group.objects.filter(name__in=ROLES)}
    ensure_roles()
    assert before == {group.name: group.permissions.count() for group in Group.objects.filter(name__in=ROLES)}
    assert before["Learners"] == 0
    assert before["Trainers"] < before["Editors"] < before["Administrators"]
