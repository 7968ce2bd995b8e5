"""Administrators find a certificate by code or name and take it back; nobody else opens the register."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from courses.certificates.models import Certificate
from courses.outline.models import CoursePage
from exchange.accounts.models import User
from tests.conftest import VISITORS
from tests.factories import certificates


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.EXCHANGE_DEMO = True


@pytest.fixture
def sheet(learner: User) -> Certificate:
    return certificates.certificate(learner, "lo")


def register() -> str:
    return reverse("certificate_register:index")


def record(sheet: Certificate) -> str:
    return reverse("certificate_record", args=[sheet.pk])


@pytest.mark.parametrize("visitor", VISITORS)
def test_only_administrators_open_the_register(
    client_of: Callable[[str], Client], sheet: Certificate, visitor: str
) -> None:
    client = client_of(visitor)
    expected = 200 if visitor == "administrator" else 302
    assert client.get(register()).status_code == expected
    opened = client.get(record(sheet)).status_code
    assert (opened == 200) == (visitor == "administrator")
    if visitor != "administrator":
        client.post(record(sheet), {"category": "holder-asked"})
        assert Certificate.objects.get().status == "valid"


@pytest.mark.parametrize("typed", ["code", "shown", "ແສງ"])
def test_a_certificate_is_found_by_its_code_or_a_part_of_the_name(
    client_of: Callable[[str], Client], sheet: Certificate, other_learner: User, typed: str
) -> None:
    other = certificates.certificate(other_learner, slug="second")
    asked = {"code": sheet.code, "shown": sheet.shown_code.lower()}.get(typed, typed)
    page = client_of("administrator").get(register(), {"q": asked}).content.decode()
    assert sheet.shown_code in page
    assert other.shown_code not in page


def test_an_administrator_revokes_with_a_reason_and_a_note(
    client_of: Callable[[str], Client], sheet: Certificate, administrator: User
) -> None:
    client = client_of("administrator")
    client.post(record(sheet), {"category": "rules-not-kept", "note": "see file 12"})
    sheet.refresh_from_db()
    assert (sheet.status, sheet.revocation_category, sheet.revoked_by) == ("revoked", "rules-not-kept", administrator)
    page = client.get(record(sheet)).content.decode()
    assert "see file 12" in page
    assert "Revoke the certificate" not in page


def test_without_a_reason_nothing_is_revoked(client_of: Callable[[str], Client], sheet: Certificate) -> None:
    page = client_of("administrator").post(record(sheet), {"category": ""})
    assert "This field is required" in page.content.decode()
    assert Certificate.objects.get().status == "valid"


@pytest.mark.parametrize("action", ["add", "edit", "delete"])
def test_no_row_is_written_by_hand(client_of: Callable[[str], Client], sheet: Certificate, action: str) -> None:
    path = reverse(f"certificate_register:{action}", args=[] if action == "add" else [sheet.pk])
    client = client_of("administrator")
    assert client.get(path).status_code == 302
    client.post(path, {"status": "revoked"})
    assert Certificate.objects.get().status == "valid"


def test_the_register_is_not_longer_to_ask_when_it_grows(
    client_of: Callable[[str], Client], learner: User, django_assert_max_num_queries: Any
) -> None:
    client = client_of("administrator")
    certificates.certificate(learner)
    client.get(register())
    with django_assert_max_num_queries(15):
        client.get(register())
    for number in range(5):
        certificates.certificate(learner, slug=f"more-{number}")
    with django_assert_max_num_queries(15):
        client.get(register())


def test_deleting_a_course_with_certificates_is_refused_in_words(
    client_of: Callable[[str], Client], sheet: Certificate
) -> None:
    completion = sheet.award.completion
    assert completion is not None
    path = reverse("wagtailadmin_pages:delete", args=[completion.course_id])
    answer = client_of("administrator").post(path, follow=True)
    assert "This cannot be deleted: learners have completed the course" in answer.content.decode()
    assert CoursePage.objects.filter(pk=completion.course_id).exists()
