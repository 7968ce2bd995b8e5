"""Trainers make and edit their own workshops in the admin; what people earned cannot be deleted."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from courses.workshops import attending
from courses.workshops.models import WorkshopPage
from exchange.accounts.models import User
from exchange.languages import SCHEMA_LANGUAGES, column
from tests.conftest import VISITORS
from tests.factories import workshops


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.EXCHANGE_DEMO = True


@pytest.fixture
def page(trainer: User) -> WorkshopPage:
    return workshops.workshop(owner=trainer)


def edit(page: WorkshopPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize("visitor", VISITORS)
def test_the_list_of_workshops_is_on_the_desk_of_trainers_and_up(
    client_of: Callable[[str], Client], page: WorkshopPage, visitor: str
) -> None:
    answer = client_of(visitor).get(reverse("workshop_desk"))
    expected = visitor in ("trainer", "editor", "administrator")
    assert (answer.status_code == 200) == expected
    assert (page.desk_address() in answer.content.decode()) == expected


def test_a_trainer_sees_only_their_own(client: Client, trainer: User, editor: User) -> None:
    foreign = workshops.workshop(owner=editor, slug="foreign")
    client.force_login(trainer)
    text = client.get(reverse("workshop_desk")).content.decode()
    assert foreign.desk_address() not in text


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_trainer_opens_the_form_of_a_new_workshop_and_of_their_own(
    client: Client, trainer: User, page: WorkshopPage, language: str
) -> None:
    client.force_login(trainer)
    add = reverse("wagtailadmin_pages:add", args=["workshops", "workshoppage", page.get_parent().pk])
    assert client.get(add, headers={"accept-language": language}).status_code == 200
    assert client.get(edit(page), headers={"accept-language": language}).status_code == 200


def test_a_trainer_does_not_edit_the_workshop_of_another(client: Client, trainer: User, editor: User) -> None:
    foreign = workshops.workshop(owner=editor)
    client.force_login(trainer)
    assert client.get(edit(foreign)).status_code == 302


def test_times_are_typed_as_the_clock_at_the_place_shows_them(client: Client, trainer: User) -> None:
    index = workshops.index()
    client.force_login(trainer)
    fields = ("title", "intro", "place", "seo_title", "search_description")
    empty_texts = {column(field, code): "" for field in fields for code in SCHEMA_LANGUAGES}
    bodies = {column("body", code): streamfield([]) for code in SCHEMA_LANGUAGES}
    form = nested_form_data(
        empty_texts
        | bodies
        | {
            "title_en": "In Dushanbe",
            "slug": "in-dushanbe",
            "starts_at": "2027-03-16 09:00",
            "ends_at": "2027-03-16 16:00",
            "zone": "Asia/Dushanbe",
            "hours": "6",
            "comments": inline_formset([]),
            "agenda": inline_formset([]),
            "materials": inline_formset([]),
        }
    )
    add = reverse("wagtailadmin_pages:add", args=["workshops", "workshoppage", index.pk])
    answer = client.post(add, form)
    made = WorkshopPage.objects.filter(slug="in-dushanbe").first()
    assert made is not None, answer.context["form"].errors
    assert made.starts_at == datetime(2027, 3, 16, 4, 0, tzinfo=UTC)
    assert made.owner == trainer
    assert not made.live
    assert 'value="2027-03-16 09:00"' in client.get(edit(made)).content.decode()


def test_an_attended_workshop_cannot_be_deleted_and_the_editor_reads_why(
    client: Client, page: WorkshopPage, learner: User, trainer: User, administrator: User
) -> None:
    attending.mark(workshop=page, learner=learner, by=trainer)
    client.force_login(administrator)
    answer = client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert "This cannot be deleted: people have attended the workshop" in answer.content.decode()
    assert WorkshopPage.objects.filter(pk=page.pk).exists()
    with pytest.raises(ProtectedError):
        page.delete()
