"""Trainers edit their own courses and nothing else; editors publish; learners stay outside."""

from collections.abc import Callable

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from courses.enrolments import enrolling, progress
from courses.outline.models import CatalogueIndexPage, CoursePage, LessonPage, ModulePage
from exchange.accounts.models import User
from tests.factories import outline

ClientOf = Callable[[str], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_factor() -> object:
    with override_settings(EXCHANGE_DEMO=True):
        yield


@pytest.fixture
def own(trainer: User) -> CoursePage:
    course = outline.course(slug="own")
    course.trainers.create(user=trainer)
    course.save()
    return course


@pytest.fixture
def foreign(db: None) -> CoursePage:
    return outline.course(slug="foreign")


def pages_of(course: CoursePage) -> list[CoursePage | ModulePage | LessonPage]:
    return [course, course.get_children().first().specific, outline.lessons_of(course)[0]]


def test_a_trainer_edits_course_modules_and_lessons_that_are_theirs(own: CoursePage, trainer: User) -> None:
    assert all(page.permissions_for_user(trainer).can_edit() for page in pages_of(own))


def test_a_trainer_edits_nothing_of_others(foreign: CoursePage, trainer: User) -> None:
    assert not any(page.permissions_for_user(trainer).can_edit() for page in pages_of(foreign))


def test_a_trainer_does_not_publish(own: CoursePage, trainer: User) -> None:
    assert not any(page.permissions_for_user(trainer).can_publish() for page in pages_of(own))


def test_an_editor_publishes_everything(foreign: CoursePage, editor: User) -> None:
    assert all(page.permissions_for_user(editor).can_publish() for page in pages_of(foreign))


def test_a_learner_named_by_mistake_still_edits_nothing(own: CoursePage, learner: User) -> None:
    own.trainers.create(user=learner)
    own.save()
    assert not own.permissions_for_user(learner).can_edit()


def test_a_trainer_begins_a_course_and_is_named_its_trainer(client_of: ClientOf, trainer: User) -> None:
    index = outline.catalogue()
    address = reverse("wagtailadmin_pages:add", args=["outline", "coursepage", index.pk])
    client = client_of("trainer")
    assert client.get(address).status_code == 200
    form = {
        "title_en": "Pensions",
        "slug": "pensions",
        "hours": "2",
        "level": "introductory",
        "read_all_lessons": "on",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "trainers-TOTAL_FORMS": "0",
        "trainers-INITIAL_FORMS": "0",
        **{f"body_{language}-count": "0" for language in ("lo", "en", "zh_hans")},
    }
    client.post(address, form)
    course = CoursePage.objects.get(slug="pensions")
    assert (course.live, course.owner) == (False, trainer)
    assert [each.user for each in course.trainers.all()] == [trainer]


@pytest.mark.parametrize(
    ("visitor", "status"), [("stranger", 302), ("learner", 302), ("trainer", 302), ("editor", 200)]
)
def test_the_editor_of_a_foreign_course_opens_for_editors_only(
    foreign: CoursePage, client_of: ClientOf, visitor: str, status: int
) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[foreign.pk])
    assert client_of(visitor).get(address).status_code == status


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_trainer_opens_the_editor_of_every_page_of_their_course(
    own: CoursePage, client_of: ClientOf, place: int
) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[pages_of(own)[place].pk])
    assert client_of("trainer").get(address).status_code == 200


def test_a_completed_course_cannot_be_deleted_and_the_editor_is_told_why(
    foreign: CoursePage, client_of: ClientOf, learner: User
) -> None:
    enrolment = enrolling.enrol(learner=learner, course=foreign)
    for lesson in outline.lessons_of(foreign):
        progress.mark_read(enrolment=enrolment, lesson=lesson, language="lo")
    for page in (foreign, CatalogueIndexPage.objects.get()):
        answer = client_of("administrator").post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
        assert "learners have completed the course" in answer.content.decode()
    bulk = reverse("wagtail_bulk_action", args=["basepage", "basepage", "delete"]) + f"?id={foreign.pk}"
    assert "learners have completed the course" in client_of("administrator").post(bulk, follow=True).content.decode()
    assert CoursePage.objects.filter(pk=foreign.pk).exists()


def test_a_course_nobody_completed_can_be_deleted(foreign: CoursePage, client_of: ClientOf, learner: User) -> None:
    enrolling.enrol(learner=learner, course=foreign)
    client_of("editor").post(reverse("wagtailadmin_pages:delete", args=[foreign.pk]))
    assert not CoursePage.objects.filter(pk=foreign.pk).exists()


def test_a_copy_of_a_course_has_an_identity_of_its_own(foreign: CoursePage) -> None:
    copy = foreign.copy(recursive=True, update_attrs={"slug": "copy"})
    assert copy.uuid != foreign.uuid
    assert len(outline.lessons_of(copy)) == 3


def test_only_the_right_pages_stand_below_each_other() -> None:
    assert CatalogueIndexPage.allowed_subpage_models() == [CoursePage]
    assert CoursePage.allowed_subpage_models() == [ModulePage]
    assert ModulePage.allowed_subpage_models() == [LessonPage]
    assert LessonPage.allowed_subpage_models() == []
