"""Administrators manage people in the admin."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from exchange.accounts.models import User
from exchange.accounts.roles import LEARNERS, TRAINERS


@pytest.fixture(autouse=True)
def _demo(settings: Any) -> None:
    settings.EXCHANGE_DEMO = True


def test_an_administrator_makes_a_trainer(client_of: Callable[[str], Client], db: None) -> None:
    trainers = Group.objects.get(name=TRAINERS)
    data = {
        "email": "new@example.org",
        "password1": "correct horse battery",
        "password2": "correct horse battery",
        "groups": [trainers.pk],
    }
    response = client_of("administrator").post("/admin/users/new/", data)
    assert response.status_code == 302, response.context["form"].errors
    assert {LEARNERS, TRAINERS} >= {group.name for group in User.objects.get(email="new@example.org").groups.all()}
    assert TRAINERS in {group.name for group in User.objects.get(email="new@example.org").groups.all()}


@pytest.mark.parametrize(
    ("visitor", "status"), [("learner", 302), ("trainer", 302), ("editor", 302), ("administrator", 200)]
)
def test_only_administrators_see_people(client_of: Callable[[str], Client], visitor: str, status: int) -> None:
    assert client_of(visitor).get("/admin/users/").status_code == status


def test_the_form_asks_for_no_first_and_last_name(client_of: Callable[[str], Client]) -> None:
    text = client_of("administrator").get("/admin/users/new/").text
    assert "first_name" not in text
    assert 'name="email"' in text
