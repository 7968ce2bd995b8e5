"""Whoever holds a code learns in words what it proves, without account or script, and leaves no trace."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses.certificates import codes, issuing, revoking
from courses.certificates.models import Certificate
from exchange.accounts.models import User
from tests.factories import certificates


@pytest.fixture
def certificate(learner: User) -> Certificate:
    learner.profile.certificate_name_latin = "Sengdeuane"
    learner.profile.save()
    return certificates.certificate(learner, "en", "lo", "zh-hans")


def read(client: Client, code: str, language: str = "en") -> Any:
    return client.get(f"/c/{code}", {"lang": language})


def test_a_valid_certificate_shows_its_state_and_everything_that_is_printed(
    client: Client, certificate: Certificate
) -> None:
    page = read(client, certificate.code)
    text = page.content.decode()
    assert page.status_code == 200
    assert "This certificate is valid" in text
    for fact in ("ແສງເດືອນ", "Sengdeuane", "Social insurance from the ground up", "2.5 hours", "Introductory"):
        assert fact in text
    assert codes.shown(certificate.code) in text


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_the_page_answers_in_the_chosen_language(client: Client, certificate: Certificate, language: str) -> None:
    page = read(client, certificate.code, language)
    assert f'<html lang="{language}">' in page.content.decode()
    assert certificate.award.snapshot["title"][language] in page.content.decode()


def test_without_a_choice_it_answers_in_the_language_of_the_browser(client: Client, certificate: Certificate) -> None:
    page = client.get(f"/c/{certificate.code}", headers={"accept-language": "zh-CN,zh;q=0.9"})
    assert '<html lang="zh-hans">' in page.content.decode()


@pytest.mark.parametrize("change", [str.lower, codes.shown, lambda code: codes.shown(code).lower()])
def test_the_code_may_be_written_as_people_write_it(
    client: Client, certificate: Certificate, change: Callable[[str], str]
) -> None:
    assert client.get(f"/C/{change(certificate.code)}").status_code == 200


def test_an_unknown_code_is_told_from_a_mistyped_one(client: Client, certificate: Certificate) -> None:
    other = codes.new_code()
    wrong = certificate.code[:-1] + ("0" if certificate.code[-1] != "0" else "1")
    unknown, mistyped = read(client, other), read(client, wrong)
    assert (unknown.status_code, mistyped.status_code) == (404, 404)
    assert "No certificate has this code" in unknown.content.decode()
    assert "This code is mistyped" in mistyped.content.decode()


def test_a_mistyped_code_asks_the_register_nothing(client: Client, db: None) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert read(client, "7281-TRCJ-D7GJ-HF8K").status_code == 404
    assert not [query for query in asked if Certificate._meta.db_table in query["sql"]]


def test_a_revoked_certificate_says_when_and_why_but_never_the_internal_note(
    client: Client, certificate: Certificate, administrator: User
) -> None:
    revoking.revoke(certificate=certificate, category="wrong-facts", by=administrator, note="SECRET NOTE")
    page = read(client, certificate.code)
    text = page.content.decode()
    assert page.status_code == 200
    assert "This certificate was revoked on" in text
    assert "It stated something that is not correct." in text
    assert "SECRET NOTE" not in text
    assert "This certificate is valid" not in text


def test_an_expired_certificate_says_until_when_it_was_valid(client: Client, certificate: Certificate) -> None:
    Certificate.objects.filter(pk=certificate.pk).update(valid_until=timezone.localdate() - timedelta(days=1))
    assert "This certificate was valid until" in read(client, certificate.code).content.decode()


def test_a_replaced_certificate_says_so(client: Client, certificate: Certificate) -> None:
    newer = Certificate.objects.create(
        award=certificate.award,
        languages=certificate.languages,
        issue_number=2,
        code=codes.new_code(),
        supersedes=certificate,
        sha256="0" * 64,
    )
    text = read(client, certificate.code).content.decode()
    assert "This certificate was replaced on" in text
    assert newer.code not in text.replace("-", "")


def test_a_sheet_that_was_never_drawn_proves_nothing(client: Client, certificate: Certificate) -> None:
    Certificate.objects.filter(pk=certificate.pk).update(sha256="")
    assert read(client, certificate.code).status_code == 404


@pytest.mark.parametrize("state", ["valid", "unknown", "mistyped", "form"])
def test_every_answer_keeps_the_asker_private(client: Client, certificate: Certificate, state: str) -> None:
    path = {"valid": certificate.code, "unknown": codes.new_code(), "mistyped": "X", "form": ""}[state]
    page = client.get(f"/c/{path}")
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page["X-Robots-Tag"]
    assert not page.cookies


@pytest.mark.parametrize("visitor", ["stranger", "learner", "trainer", "editor", "administrator"])
def test_nobody_reads_more_than_what_is_printed(
    client_of: Callable[[str], Client], certificate: Certificate, learner: User, visitor: str
) -> None:
    page = read(client_of(visitor), certificate.code)
    text = page.content.decode()
    assert page.status_code == 200
    assert learner.email not in text
    assert "mailto:" not in text
    assert str(learner.uuid) not in text
    assert certificate.file.name not in text


def test_the_page_is_light(client: Client, certificate: Certificate, django_assert_max_num_queries: Any) -> None:
    read(client, certificate.code)
    with django_assert_max_num_queries(3):
        page = read(client, certificate.code, "lo")
    assert len(page.content) <= 15_000
    assert b"<script" not in page.content


def test_more_than_sixty_questions_a_minute_are_asked_to_wait(client: Client, certificate: Certificate) -> None:
    answers = [read(client, certificate.code) for _ in range(62)]
    assert answers[59].status_code == 200
    assert answers[-1].status_code == 429
    assert 1 <= int(answers[-1]["Retry-After"]) <= 60
    assert "ແສງເດືອນ" not in answers[-1].content.decode()


def test_a_typed_code_leads_to_its_page(client: Client, certificate: Certificate) -> None:
    page = client.get("/c/", {"code": f" {certificate.shown_code.lower()} ", "lang": "lo"}, follow=True)
    assert page.redirect_chain == [(f"/c/{certificate.code}?lang=lo", 302)]
    assert page.status_code == 200


def test_the_form_keeps_what_was_mistyped(client: Client, db: None) -> None:
    page = client.get("/c/", {"code": "7281 trcj"})
    assert page.status_code == 404
    assert 'value="7281 trcj"' in page.content.decode()


def test_the_spoken_address_leads_to_the_form(client: Client, db: None) -> None:
    page = client.get("/lo/verify/", follow=True)
    assert page.redirect_chain == [("/c/?lang=lo", 302)]
    assert '<html lang="lo">' in page.content.decode()


def test_an_attendance_is_told_as_one(client: Client, learner: User, trainer: User) -> None:
    sheet = issuing.issue(award=certificates.attendance_award(learner, trainer), languages=["en"])
    text = read(client, sheet.code).content.decode()
    assert "Certificate of attendance" in text
    assert "Counting contributions" in text


def test_only_reading_is_allowed(client: Client, certificate: Certificate) -> None:
    assert client.post(f"/c/{certificate.code}").status_code == 405
