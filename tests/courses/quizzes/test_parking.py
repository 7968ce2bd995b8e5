import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from courses.quizzes import attempting, parking
from courses.quizzes.models import Attempt, ParkedPost
from exchange.accounts.models import User
from tests.factories.quizzes import make_attempt, versions

pytestmark = pytest.mark.django_db
LANGUAGES = ("lo", "en", "zh-hans")


@pytest.fixture
def attempt(learner: User) -> Attempt:
    cache.clear()
    return make_attempt(learner)


def address(attempt: Attempt, language: str = "lo") -> str:
    return f"/{language}/quiz/{attempt.uuid}/"


def right_single(attempt: Attempt) -> str:
    return str(versions(attempt)["single"].choices.get(is_right=True).uuid)


def park(client: Client, attempt: Attempt, language: str = "lo", **fields: Any) -> ParkedPost:
    form = {"q1": right_single(attempt), "key": str(uuid4()), "do": "save", **fields}
    response = client.post(address(attempt, language), form)
    parked = ParkedPost.objects.get()
    assert response.status_code == 303
    assert "/accounts/login/" in response["Location"]
    assert str(parked.uuid) in response["Location"]
    return parked


def hidden_fields(html: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html))


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_signing_in_again_the_answer_is_shown_and_saved(attempt: Attempt, learner: User, language: str) -> None:
    client = Client()
    parked = park(client, attempt, language)
    assert not attempt.responses.exists()
    client.force_login(learner)
    page = client.get(f"/{language}/quiz/kept/{parked.uuid}/")
    html = page.content.decode()
    words = {"lo": "ລາຍຮັບປະກັນ", "en": "Insurable earnings", "zh-hans": "缴费基数"}
    assert words[language] in html
    assert "FEEDBACK" not in html
    saved = client.post(page.context["address"], hidden_fields(html))
    assert saved.status_code == 303
    assert attempt.responses.get().answer == [right_single(attempt)]
    assert not ParkedPost.objects.exists()
    assert saved.cookies[parking.COOKIE]["max-age"] == 0


def test_the_cookie_is_not_readable_by_scripts_and_lives_an_hour(attempt: Attempt) -> None:
    client = Client()
    park(client, attempt)
    cookie = client.cookies[parking.COOKIE]
    assert cookie["httponly"]
    assert cookie["max-age"] == 3600
    assert cookie.value not in str(ParkedPost.objects.values().get())


def test_the_address_alone_opens_nothing(attempt: Attempt, learner: User) -> None:
    parked = park(Client(), attempt)
    thief = Client()
    thief.force_login(learner)
    assert thief.get(f"/lo/quiz/kept/{parked.uuid}/").status_code == 404


def test_after_an_hour_it_is_over_and_after_a_day_it_is_swept(attempt: Attempt, learner: User) -> None:
    client = Client()
    with time_machine.travel(timezone.now() - timedelta(minutes=61), tick=False):
        parked = park(client, attempt)
    client.force_login(learner)
    assert client.get(f"/lo/quiz/kept/{parked.uuid}/").status_code == 404
    ParkedPost.objects.update(parked_at=timezone.now() - timedelta(hours=25))
    Client().post(address(attempt), {"q1": "x"})
    assert not ParkedPost.objects.filter(pk=parked.pk).exists()


def test_somebody_else_on_the_same_device_is_told_whose_it_is_not(attempt: Attempt, other_learner: User) -> None:
    client = Client()
    parked = park(client, attempt)
    client.force_login(other_learner)
    page = client.get(f"/lo/quiz/kept/{parked.uuid}/")
    assert page.status_code == 404
    assert "ລາຍຮັບປະກັນ" not in page.content.decode()
    assert ParkedPost.objects.filter(pk=parked.pk).exists()
    assert client.post(address(attempt), parked.fields).status_code == 404


def test_an_attempt_closed_meanwhile_keeps_the_answer_as_late(attempt: Attempt, learner: User) -> None:
    client = Client()
    parked = park(client, attempt)
    attempting.submit(attempt=attempt, key=uuid4())
    client.force_login(learner)
    page = client.get(f"/lo/quiz/kept/{parked.uuid}/")
    assert client.post(page.context["address"], hidden_fields(page.content.decode())).status_code == 409
    assert attempt.late_answers.count() == 1


def test_a_form_whose_token_expired_is_parked_and_not_executed(attempt: Attempt, learner: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner)
    response = client.post(address(attempt), {"q1": right_single(attempt)}, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code == 303
    assert not attempt.responses.exists()
    assert ParkedPost.objects.get().fields["q1"] == [right_single(attempt)]


def test_a_form_of_another_site_is_refused_and_not_kept(attempt: Attempt, learner: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner)
    response = client.post(address(attempt), {"q1": "x"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert not ParkedPost.objects.exists()


def test_a_submission_whose_token_expired_leads_back_to_the_check(attempt: Attempt, learner: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner)
    response = client.post(f"{address(attempt)}review/", {"key": str(uuid4())})
    assert response["Location"] == f"{address(attempt)}review/"
    attempt.refresh_from_db()
    assert attempt.is_open


def test_other_forms_without_a_token_get_the_page_of_the_house(learner: User) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/lo/accounts/login/", {}).status_code == 403
    assert not ParkedPost.objects.exists()


def test_too_large_or_too_many_is_not_kept_but_said(attempt: Attempt, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Client().post(address(attempt), {"q1": "x" * 20_001}).status_code == 413
    monkeypatch.setattr(parking, "PER_MINUTE", 2)
    statuses = [Client().post(address(attempt), {"q1": "x"}).status_code for _time in range(3)]
    assert statuses[-1] == 429
    assert ParkedPost.objects.count() < 3


def test_the_script_is_told_to_sign_in_and_nothing_is_parked(attempt: Attempt) -> None:
    response = Client().post(address(attempt), {"q1": "x"}, headers={"Accept": "application/json"})
    assert response.status_code == 401
    assert response.json()["message"]
    assert not ParkedPost.objects.exists()


def test_the_script_saves_by_the_same_protocol(attempt: Attempt, learner: User) -> None:
    client = Client()
    client.force_login(learner)
    as_script = {"Accept": "application/json"}
    said = client.post(
        address(attempt),
        {"q1": right_single(attempt), "was-q1": "", "was-q2": "", "key": str(uuid4())},
        headers=as_script,
    ).json()
    assert said["revision"] == 1
    assert "q1" in said["was"]
    assert "q6" not in said["was"]
    bad = client.post(address(attempt), {"q6": "many"}, headers=as_script)
    assert (bad.status_code, list(bad.json()["errors"])) == (422, ["q6"])
    attempting.submit(attempt=attempt, key=uuid4())
    late = client.post(address(attempt), {"q6": "12"}, headers=as_script)
    assert (late.status_code, late.json()["error"]) == (409, "closed")
