"""Places, attendance and files: who may do what, and that the last place is taken once."""

from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from courses.certificates import issuing
from courses.quizzes.contexts import context_of
from courses.quizzes.models import Attempt
from courses.workshops import attending, registering, testing
from courses.workshops.models import Attendance, Registration, TestAttempt, WorkshopPage
from exchange.accounts.models import User
from tests.conftest import VISITORS, MakePerson
from tests.factories import workshops
from tests.factories.outline import finish
from tests.factories.quizzes import make_quiz


@pytest.fixture
def page(trainer: User) -> WorkshopPage:
    return workshops.workshop(owner=trainer, capacity=2)


@pytest.fixture
def files_on_disk(settings: Any, tmp_path: Path) -> None:
    """Files are sent from disk; the storage of the tests keeps them in memory."""
    settings.MEDIA_ROOT = tmp_path
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": disk}


def ask(client: Client, path: str) -> tuple[int, str]:
    """The status, and how long the answer may be kept. A file is read to its end, which closes it."""
    answer: Any = client.get(path)
    if answer.streaming:
        assert b"".join(answer.streaming_content).startswith(b"%PDF")
    return answer.status_code, answer.headers.get("Cache-Control", "")


def attendance_of(page: WorkshopPage) -> str:
    return f"/en/workshop/{page.pk}/attendance/"


def test_a_learner_takes_a_place_once_and_gives_it_back(client: Client, learner: User, page: WorkshopPage) -> None:
    client.force_login(learner)
    for _ in range(2):
        answer = client.post(f"/en/workshop/{page.pk}/register/", follow=True)
    assert Registration.objects.count() == 1
    assert "You have a place in this workshop." in answer.content.decode()
    client.post(f"/en/workshop/{page.pk}/leave/")
    assert not Registration.objects.exists()


def test_a_stranger_is_asked_to_sign_in_first(client: Client, page: WorkshopPage) -> None:
    answer = client.post(f"/en/workshop/{page.pk}/register/")
    assert "/accounts/login/" in answer["Location"]
    assert not Registration.objects.exists()


def test_following_a_link_takes_no_place(client: Client, learner: User, page: WorkshopPage) -> None:
    client.force_login(learner)
    assert client.get(f"/en/workshop/{page.pk}/register/").status_code == 405


def test_a_full_workshop_says_so(client: Client, page: WorkshopPage, make_person: MakePerson) -> None:
    for number in range(2):
        registering.register(workshop=page, learner=make_person(f"p{number}@example.org"))
    client.force_login(make_person("late@example.org"))
    answer = client.post(f"/en/workshop/{page.pk}/register/", follow=True)
    assert "Every place in this workshop is taken." in answer.content.decode()
    assert Registration.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_places_asked_for_by_six_at_once_are_taken_twice(page: WorkshopPage, make_person: MakePerson) -> None:
    people = [make_person(f"p{number}@example.org") for number in range(6)]
    together, refused, faults = Barrier(6), [], []

    def ask(person: User) -> None:
        try:
            together.wait()
            registering.register(workshop=page, learner=person)
        except registering.WorkshopFull:
            refused.append(person)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=ask, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert (Registration.objects.count(), len(refused)) == (2, 4)


@pytest.mark.parametrize(
    ("visitor", "status"),
    [("stranger", 302), ("learner", 403), ("other_trainer", 403), ("trainer", 200), ("editor", 200)],
)
def test_the_attendance_list_is_opened_by_those_who_run_the_workshop(
    client_of: Callable[[str], Client],
    page: WorkshopPage,
    make_person: MakePerson,
    visitor: str,
    status: int,
) -> None:
    if visitor == "other_trainer":
        client = Client()
        client.force_login(make_person("other-trainer@example.org", role="Trainers"))
    else:
        client = client_of(visitor)
    assert client.get(attendance_of(page)).status_code == status
    client.post(attendance_of(page), {"name": "ທ້າວ ບຸນມີ"})
    assert Attendance.objects.exists() == (status == 200)


def test_a_trainer_ticks_and_undoes(client: Client, page: WorkshopPage, trainer: User, learner: User) -> None:
    registering.register(workshop=page, learner=learner)
    client.force_login(trainer)
    for _ in range(2):
        client.post(attendance_of(page), {"mark": str(learner.uuid)})
    mark = Attendance.objects.get()
    assert (mark.learner, mark.name, mark.marked_by) == (learner, "ນາງ ແສງເດືອນ", trainer)
    assert "1 of 1 people are marked as present." in client.get(attendance_of(page)).content.decode()
    client.post(attendance_of(page), {"undo": str(mark.uuid)})
    assert not Attendance.objects.exists()


def test_only_people_with_a_place_can_be_ticked(
    client: Client, page: WorkshopPage, trainer: User, learner: User
) -> None:
    client.force_login(trainer)
    for sent in (str(learner.uuid), "not-a-uuid", ""):
        assert client.post(attendance_of(page), {"mark": sent}).status_code == 404


def test_a_name_without_an_account_is_kept_in_clean_spelling_once(
    client: Client, page: WorkshopPage, trainer: User
) -> None:
    client.force_login(trainer)
    for typed in ("ທ້າວ  ບຸນມີ ", "ທ້າວ ບຸນມີ"):
        client.post(attendance_of(page), {"name": typed})
    mark = Attendance.objects.get()
    assert (mark.name, mark.learner) == ("ທ້າວ ບຸນມີ", None)


def test_an_empty_name_is_told_on_the_form(client: Client, page: WorkshopPage, trainer: User) -> None:
    client.force_login(trainer)
    assert client.post(attendance_of(page), {"name": " "}).status_code == 422


def test_an_attendance_with_an_award_stays(client: Client, trainer: User, learner: User) -> None:
    page = workshops.workshop(days=-1, owner=trainer)
    mark = attending.mark(workshop=page, learner=learner, by=trainer)
    issuing.award_for_attendance(attendance=mark)
    client.force_login(trainer)
    answer = client.post(attendance_of(page), {"undo": str(mark.uuid)}, follow=True)
    assert "This mark stays" in answer.content.decode()
    assert Attendance.objects.filter(pk=mark.pk).exists()


def test_an_erased_learner_leaves_the_mark(page: WorkshopPage, trainer: User, learner: User) -> None:
    mark = attending.mark(workshop=page, learner=learner, by=trainer)
    learner.delete()
    mark.refresh_from_db()
    assert mark.learner is None


def test_a_long_list_asks_no_more_than_a_short_one(
    client: Client, page: WorkshopPage, trainer: User, make_person: MakePerson, django_assert_max_num_queries: Any
) -> None:
    WorkshopPage.objects.filter(pk=page.pk).update(capacity=None)
    client.force_login(trainer)
    for number in range(12):
        registering.register(workshop=page, learner=make_person(f"p{number}@example.org"))
    client.get(attendance_of(page))
    with django_assert_max_num_queries(13):
        client.get(attendance_of(page))


@pytest.mark.usefixtures("files_on_disk")
def test_public_files_are_for_everybody(client: Client, page: WorkshopPage) -> None:
    material = workshops.material(page)
    for path in (f"/en/workshop/{page.pk}/material/{material.pk}/", material.document.url):
        assert ask(client, path)[0] == 200


@pytest.mark.usefixtures("files_on_disk")
@pytest.mark.parametrize("visitor", [*VISITORS, "participant"])
def test_files_for_participants_are_refused_to_others_by_every_address(
    client_of: Callable[[str], Client], page: WorkshopPage, learner: User, visitor: str
) -> None:
    material = workshops.material(page, visibility="participants", title_en="Answers")
    if visitor == "participant":
        registering.register(workshop=page, learner=learner)
    client = client_of("learner" if visitor == "participant" else visitor)
    ours, keeping = ask(client, f"/en/workshop/{page.pk}/material/{material.pk}/")
    guessed, _ = ask(client, material.document.url)
    if visitor in ("participant", "trainer", "editor", "administrator"):
        assert (ours, guessed) == (200, 200)
        assert "no-store" in keeping
    else:
        assert (ours, guessed) == (302 if visitor == "stranger" else 403, 403)


def test_files_of_an_unpublished_workshop_have_no_address(client: Client, page: WorkshopPage) -> None:
    material = workshops.material(page)
    page.unpublish()
    assert client.get(f"/en/workshop/{page.pk}/material/{material.pk}/").status_code == 404


def test_the_test_is_taken_once_before_and_once_after(client: Client, learner: User, trainer: User) -> None:
    page = workshops.workshop(days=-0.1, owner=trainer, quiz=make_quiz())
    registering.register(workshop=page, learner=learner)
    client.force_login(learner)
    for phase in ("pre", "post"):
        for _ in range(2):
            client.post(reverse("workshops:start_test", args=[page.pk, phase]))
    assert sorted(TestAttempt.objects.values_list("phase", flat=True)) == ["post", "pre"]
    attempt = Attempt.objects.filter(test_attempt__phase="pre").get()
    assert context_of(attempt).attempts_left == 0
    finish(attempt, rightly=True)
    with pytest.raises(testing.TestClosed):
        testing.start(workshop=page, learner=learner, phase="pre", language="lo")


def test_the_test_after_opens_when_the_workshop_begins(learner: User, trainer: User) -> None:
    page = workshops.workshop(days=3, owner=trainer, quiz=make_quiz())
    assert testing.is_open(page, "pre")
    with pytest.raises(testing.TestClosed):
        testing.start(workshop=page, learner=learner, phase="post", language="lo")


def test_who_has_no_place_takes_no_test(client: Client, learner: User, trainer: User) -> None:
    page = workshops.workshop(owner=trainer, quiz=make_quiz())
    client.force_login(learner)
    assert client.post(reverse("workshops:start_test", args=[page.pk, "pre"])).status_code == 404
