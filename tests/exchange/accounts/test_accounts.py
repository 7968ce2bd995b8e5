"""Sign up, sign in, confirm, reset; the profile."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.db import IntegrityError
from django.test import Client
from wagtail.users.models import UserProfile

from exchange.accounts.models import Consent, User
from exchange.places.models import Country

SIGN_UP = {
    "certificate_name": "ນາງ  ແສງເດືອນ ວົງສະຫວັນ ",
    "email": "New@Example.org",
    "password1": "correct horse battery",
    "country": "LA",
    "agreement": "on",
}


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_a_visitor_signs_up_confirms_by_code_and_is_in(
    client: Client, countries: dict[str, Country], language: str
) -> None:
    response = client.post(f"/{language}/accounts/signup/", SIGN_UP)
    assert response.status_code == 302, response.context["form"].errors
    code = re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", str(mail.outbox[0].body), re.MULTILINE)
    assert code, mail.outbox[0].body
    page = client.post(response["Location"], {"code": code[0]})
    assert page.status_code == 302, page.text
    user = User.objects.get(email__iexact="new@example.org")
    assert user.profile.certificate_name == "ນາງ ແສງເດືອນ ວົງສະຫວັນ"
    assert user.profile.language == language
    assert Consent.objects.filter(user=user, language=language).count() == 1
    assert client.get(f"/{language}/my/profile/").status_code == 200


def test_sign_up_without_agreement_is_refused_and_keeps_what_was_typed(
    client: Client, countries: dict[str, Country]
) -> None:
    data = {name: value for name, value in SIGN_UP.items() if name != "agreement"}
    response = client.post("/lo/accounts/signup/", data)
    assert response.status_code == 200
    assert "New@Example.org" in response.text
    assert not User.objects.exists()


def test_an_email_is_one_person_whatever_its_case(make_person: Callable[..., User]) -> None:
    make_person("one@example.org")
    with pytest.raises(IntegrityError):
        User.objects.create(email="ONE@example.org")


def test_sign_in_works_whatever_the_case_of_the_email(client: Client, learner: User) -> None:
    response = client.post("/en/accounts/login/", {"login": "LEARNER@example.org", "password": "correct horse battery"})
    assert response.status_code == 302


def test_a_wrong_password_tells_nothing_and_lets_no_one_in(client: Client, learner: User) -> None:
    response = client.post("/en/accounts/login/", {"login": "learner@example.org", "password": "wrong"})
    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


def test_the_password_is_reset_by_a_code_from_the_mail(client: Client, learner: User) -> None:
    response = client.post("/en/accounts/password/reset/", {"email": "learner@example.org"})
    assert response.status_code == 302
    assert len(mail.outbox) == 1


def test_the_profile_is_for_signed_in_people_only(client: Client) -> None:
    assert client.get("/en/my/profile/").status_code == 302


def test_a_learner_changes_name_and_language(client: Client, learner: User) -> None:
    client.force_login(learner)
    data = {"certificate_name": "ທ້າວ ບຸນມີ", "language": "zh-hans", "country": "CN"}
    response = client.post("/lo/my/profile/", data)
    assert response.status_code == 302
    assert response["Location"] == "/zh-hans/my/profile/"
    learner.refresh_from_db()
    assert learner.profile.certificate_name == "ທ້າວ ບຸນມີ"
    assert UserProfile.objects.get(user=learner).preferred_language == "zh-hans"


def test_the_latin_form_of_a_name_is_in_latin_letters(client: Client, learner: User) -> None:
    client.force_login(learner)
    data = {"certificate_name": "王小明", "certificate_name_latin": "王小明", "language": "lo", "country": "LA"}
    response = client.post("/en/my/profile/", data)
    assert response.status_code == 422
    assert "王小明" in response.text
