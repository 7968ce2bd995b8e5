"""Verifying is an act with a name and a date, and a changed value is no longer verified."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from knowledge.schemes.models import Provision
from knowledge.schemes.verifying import NotAnEditor, verify, withdraw
from tests.conftest import VISITORS
from tests.factories.schemes import provision


def test_who_verified_and_when_is_kept(editor: Any) -> None:
    value = provision(number=6)
    verify(provision=value, by=editor, reason="Gazette of 2018, page 4")
    withdraw(provision=value, by=editor)
    log = [(entry.state, entry.by, entry.reason) for entry in value.reviews.all()]
    assert log == [("unverified", editor, ""), ("verified", editor, "Gazette of 2018, page 4")]
    assert Provision.objects.get().review_state == "unverified"


@pytest.mark.parametrize("person", ["learner", "trainer"])
def test_learners_and_trainers_do_not_verify(request: pytest.FixtureRequest, person: str) -> None:
    with pytest.raises(NotAnEditor):
        verify(provision=provision(number=6), by=request.getfixturevalue(person))


@pytest.mark.parametrize("visitor", VISITORS)
def test_the_button_in_the_admin_verifies_for_editors_only(client_of: Callable[[str], Client], visitor: str) -> None:
    value = provision(number=6)
    client_of(visitor).post(f"/admin/schemes/{value.pk}/verified/", {"reason": "seen"})
    value.refresh_from_db()
    assert value.is_verified == (visitor in ("editor", "administrator"))


def test_a_link_cannot_verify(client_of: Callable[[str], Client]) -> None:
    value = provision(number=6)
    assert client_of("editor").get(f"/admin/schemes/{value.pk}/verified/").status_code == 405


def form(value: Provision, **changes: str) -> dict[str, str]:
    """What the form of a value sends back."""
    fields = {
        "country": value.country_id,
        "indicator": str(value.indicator_id),
        "number": "6",
        "as_of": "2017-01-01",
        "as_of_precision": "day",
        "as_of_kind": "in-force-from",
        "source_text_en": "Guideline of 2015",
        "citations-TOTAL_FORMS": "0",
        "citations-INITIAL_FORMS": "0",
    }
    return fields | changes


def edit(client: Client, value: Provision, **changes: str) -> None:
    response = client.post(f"/admin/snippets/schemes/provision/edit/{value.pk}/", form(value, **changes))
    assert response.status_code == 302, response.text
    value.refresh_from_db()


def test_a_verified_value_that_changes_must_be_checked_again(client_of: Callable[[str], Client], editor: Any) -> None:
    value = provision(number=6)
    verify(provision=value, by=editor)
    edit(client_of("editor"), value, number="7")
    assert value.number == 7
    assert not value.is_verified
    assert value.reviews.count() == 2


def test_a_note_does_not_undo_a_check(client_of: Callable[[str], Client], editor: Any) -> None:
    value = provision(number=6)
    verify(provision=value, by=editor)
    edit(client_of("editor"), value, note_lo="ໝາຍເຫດ")
    assert value.note_lo == "ໝາຍເຫດ"
    assert value.is_verified


def test_an_empty_cell_leads_to_a_form_that_knows_its_cell(client_of: Callable[[str], Client]) -> None:
    value = provision(number=6)
    address = f"/admin/snippets/schemes/provision/add/?country=TJ&indicator={value.indicator_id}"
    html = client_of("editor").get(address).text
    assert '<option value="TJ" selected>' in html
    assert re.search(rf'name="indicator" value="{value.indicator_id}"', html)


def test_the_form_of_a_value_says_who_checked_it_and_offers_the_next_step(
    client_of: Callable[[str], Client], editor: Any
) -> None:
    value = provision(number=6)
    address = f"/admin/snippets/schemes/provision/edit/{value.pk}/"
    assert f'action="/admin/schemes/{value.pk}/verified/"' in client_of("editor").get(address).text
    verify(provision=value, by=editor, reason="Gazette, page 4")
    html = client_of("editor").get(address).text
    assert f'action="/admin/schemes/{value.pk}/unverified/"' in html
    assert "Gazette, page 4" in html


def test_the_list_of_values_opens_for_editors(client_of: Callable[[str], Client]) -> None:
    provision(number=6)
    assert "6%" in client_of("editor").get("/admin/snippets/schemes/provision/").text


@pytest.mark.parametrize("visitor", ["stranger", "learner", "trainer"])
def test_nobody_else_edits_values(client_of: Callable[[str], Client], visitor: str) -> None:
    value = provision(number=6)
    client_of(visitor).post(f"/admin/snippets/schemes/provision/edit/{value.pk}/", form(value, number="9"))
    value.refresh_from_db()
    assert value.number == 6
