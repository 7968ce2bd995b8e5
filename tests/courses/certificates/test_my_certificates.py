"""A learner sees how the certificate will be printed, chooses its language, and downloads it; nobody else does."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from courses.certificates import issuing, revoking
from courses.certificates.models import Award, Certificate
from courses.workshops import attending
from exchange.accounts.models import User
from tests.factories import certificates, workshops

OTHERS = ["trainer", "editor", "administrator", "other_learner"]


@pytest.fixture
def award(learner: User) -> Award:
    return certificates.award(learner)


@pytest.fixture
def mine(client: Client, learner: User) -> Client:
    client.force_login(learner)
    return client


def page_of(award: Award) -> str:
    return f"/en/my/certificates/{award.uuid}/"


def test_before_anything_is_issued_the_page_shows_how_it_will_be_printed(mine: Client, award: Award) -> None:
    text = mine.get(page_of(award)).content.decode()
    assert "This is how it will be printed" in text
    assert "ແສງເດືອນ" in text
    assert "Social insurance from the ground up" in text
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("languages", ["lo", "en", "zh-hans", "en,lo,zh-hans"])
def test_the_chosen_languages_are_issued_and_can_be_downloaded(mine: Client, award: Award, languages: str) -> None:
    mine.post(page_of(award), {"languages": languages})
    sheet = Certificate.objects.get()
    assert sheet.languages == languages
    answer: Any = mine.get(reverse("my_certificates:download", args=[award.uuid, sheet.code]))
    assert answer["Content-Type"] == "application/pdf"
    assert f"certificate-{sheet.shown_code}" in answer["Content-Disposition"]
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")


@pytest.mark.parametrize("languages", ["", "fr", "lo,en", "tg"])
def test_what_is_not_offered_is_not_issued(mine: Client, award: Award, languages: str) -> None:
    assert mine.post(page_of(award), {"languages": languages}).status_code == 422
    assert not Certificate.objects.exists()


def test_what_is_issued_is_not_offered_again(mine: Client, award: Award) -> None:
    issuing.issue(award=award, languages=["en"])
    page = mine.get(page_of(award)).content.decode()
    assert 'value="en"' not in page
    assert 'value="lo"' in page
    for languages in (["lo"], ["zh-hans"], ["lo", "en", "zh-hans"]):
        issuing.issue(award=award, languages=languages)
    assert "Issue my certificate" not in mine.get(page_of(award)).content.decode()


def test_an_unprintable_name_is_said_before_anything_is_chosen(mine: Client, award: Award, learner: User) -> None:
    learner.profile.certificate_name = "王𠮷明"
    learner.profile.save()
    page = mine.get(page_of(award)).content.decode()
    assert "These characters of your name cannot be printed: 𠮷" in page
    assert "Issue my certificate" not in page
    answer = mine.post(page_of(award), {"languages": "en"}, follow=True)
    assert "𠮷" in answer.content.decode()
    assert not Certificate.objects.exists()


def test_after_a_revocation_the_page_says_so_and_offers_nothing(
    mine: Client, award: Award, administrator: User
) -> None:
    sheet = issuing.issue(award=award, languages=["en"])
    revoking.revoke(certificate=sheet, category="holder-asked", by=administrator)
    page = mine.get(page_of(award)).content.decode()
    assert "This certificate has been revoked" in page
    assert "Download" not in page
    assert "Issue my certificate" not in page


@pytest.mark.parametrize("visitor", OTHERS)
def test_other_people_find_nothing_there(award: Award, request: pytest.FixtureRequest, visitor: str) -> None:
    sheet = issuing.issue(award=award, languages=["en"])
    client = Client()
    client.force_login(request.getfixturevalue(visitor))
    download = reverse("my_certificates:download", args=[award.uuid, sheet.code])
    assert [client.get(path).status_code for path in (page_of(award), download)] == [404, 404]
    assert client.post(page_of(award), {"languages": "lo"}).status_code == 404


def test_strangers_are_asked_to_sign_in(client: Client, award: Award) -> None:
    for path in (page_of(award), "/en/my/certificates/"):
        answer = client.get(path)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/en/accounts/login/")


@pytest.mark.parametrize("visitor", ["learner", "trainer", "editor", "administrator"])
@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_everybody_has_a_list_of_their_own(
    client_of: Callable[[str], Client], award: Award, visitor: str, language: str
) -> None:
    page = client_of(visitor).get(f"/{language}/my/certificates/")
    title = award.snapshot["title"][language]
    assert page.status_code == 200
    assert (title in page.content.decode()) == (visitor == "learner")


def test_an_attended_workshop_brings_a_certificate_on_request(mine: Client, learner: User, trainer: User) -> None:
    mark = attending.mark(workshop=workshops.workshop(days=-1), learner=learner, by=trainer)
    assert "Get the certificate of attendance" in mine.get("/en/my/certificates/").content.decode()
    answer = mine.post(reverse("my_certificates:award_attendance", args=[mark.uuid]), follow=True)
    assert "Certificate of attendance" in answer.content.decode()
    assert Award.objects.get().attendance == mark


def test_nobody_gets_a_certificate_for_the_attendance_of_another(
    mine: Client, other_learner: User, trainer: User
) -> None:
    mark = attending.mark(workshop=workshops.workshop(days=-1), learner=other_learner, by=trainer)
    assert mine.post(reverse("my_certificates:award_attendance", args=[mark.uuid])).status_code == 404


def test_the_completed_course_leads_to_the_certificate(mine: Client, award: Award) -> None:
    assert award.completion is not None
    page = mine.get(f"/en/{award.completion.course.language_neutral_path}").content.decode()
    assert reverse("my_certificates:award", args=[award.uuid]).split("/", 2)[2] in page
    assert "Your certificate" in page


def test_the_list_asks_as_many_questions_for_ten_awards_as_for_two(
    mine: Client, learner: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(2):
        certificates.certificate(learner, slug=f"few-{number}")
    mine.get("/en/my/certificates/")
    with django_assert_max_num_queries(9):
        mine.get("/en/my/certificates/")
    for number in range(8):
        certificates.certificate(learner, slug=f"more-{number}")
    with django_assert_max_num_queries(9):
        mine.get("/en/my/certificates/")
