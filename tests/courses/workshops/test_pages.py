"""The page of a workshop says when, where, what and how to take part, to everybody in their language."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import override

from courses.workshops.models import WorkshopPage
from courses.workshops.workshop_view import when_of
from exchange.accounts.models import User
from exchange.home.teasers import teasers
from exchange.places.models import Country, Province
from tests.conftest import VISITORS
from tests.factories import workshops

DUSHANBE: dict[str, Any] = {
    "starts_at": datetime(2027, 3, 16, 4, 0, tzinfo=UTC),
    "ends_at": datetime(2027, 3, 17, 11, 30, tzinfo=UTC),
    "zone": "Asia/Dushanbe",
}


def read(client: Client, page: WorkshopPage, language: str = "en") -> str:
    return client.get(f"/{language}/{page.language_neutral_path}").content.decode()


@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_everybody_reads_the_page_in_their_language(
    client_of: Callable[[str], Client], visitor: str, language: str, countries: dict[str, Country]
) -> None:
    page = workshops.workshop(country=countries["LA"])
    workshops.agenda_item(page, title_lo="ເປີດສຳມະນາ", title_zh_hans="开班")
    workshops.material(page, title_lo="ແຜ່ນສະໄລດ໌", title_zh_hans="幻灯片")
    text = read(client_of(visitor), page, language)
    expected = {
        "lo": ("ການຄິດໄລ່ເງິນສົມທົບ", "ເປີດສຳມະນາ", "ແຜ່ນສະໄລດ໌", "ສປປ ລາວ"),
        "en": ("Counting contributions", "Welcome", "Slides", "Lao PDR"),
        "zh-hans": ("缴费计算", "开班", "幻灯片", "老挝"),
    }[language]
    plain = text.replace("<wbr>", "")
    assert [fact for fact in expected if fact not in plain] == []


@pytest.mark.parametrize(
    ("language", "days", "zone"),
    [
        ("en", "16 March 2027 – 17 March 2027", "Dushanbe"),
        ("lo", "16 ມີນາ 2027 – 17 ມີນາ 2027", "ດູຊານເບ"),
        ("zh-hans", "2027年3月16日 – 2027年3月17日", "杜尚别"),
    ],
)
def test_days_and_hours_are_those_of_the_clock_at_the_place(db: None, language: str, days: str, zone: str) -> None:
    page = WorkshopPage(title_en="Counting", **DUSHANBE)
    with override(language):
        when = when_of(page)
    assert (when.days, when.begins, when.ends, when.zone) == (days, "09:00", "16:30", zone)


@pytest.mark.parametrize(
    ("moment", "taken", "state"),
    [
        ("2027-03-01T00:00:00Z", 0, "open"),
        ("2027-03-01T00:00:00Z", 2, "full"),
        ("2027-03-16T05:00:00Z", 2, "running"),
        ("2027-03-17T11:30:00Z", 0, "over"),
    ],
)
def test_a_workshop_is_open_then_full_then_over(db: None, moment: str, taken: int, state: str) -> None:
    page = WorkshopPage(title_en="Counting", capacity=2, **DUSHANBE)
    assert page.state_at(datetime.fromisoformat(moment), taken=taken) == state


def test_the_agenda_is_told_by_days_in_order_of_the_clock(client: Client, db: None) -> None:
    page = workshops.workshop(**DUSHANBE)
    workshops.agenda_item(page, begins="14:00", title_en="Afternoon")
    workshops.agenda_item(page, begins="09:00", title_en="Morning")
    workshops.agenda_item(page, day=2, begins="08:00", title_en="Next day")
    text = read(client, page)
    order = ["16 March 2027</caption>", "Morning", "Afternoon", "17 March 2027</caption>", "Next day"]
    assert sorted(order, key=text.index) == order


def test_files_of_one_title_are_one_material_with_the_readers_language_first(client: Client, db: None) -> None:
    page = workshops.workshop()
    for code in ("en", "lo"):
        workshops.material(page, title_lo="ແຜ່ນສະໄລດ໌", file_language=code)
    text = read(client, page, "lo")
    assert text.count("ແຜ່ນສະໄລດ໌") == 1
    assert text.index('hreflang="lo"', text.index('id="materials"')) < text.rindex('hreflang="en"')


def test_the_meeting_is_opened_by_participants_only(client_of: Callable[[str], Client], learner: User) -> None:
    page = workshops.workshop(link="https://meet.example/room")
    assert "meet.example" not in read(client_of("stranger"), page)
    assert "meet.example" not in read(client_of("learner"), page)
    page.registrations.create(learner=learner)
    assert "meet.example" in read(client_of("learner"), page)


def test_a_calendar_takes_the_workshop(client: Client, db: None) -> None:
    page = workshops.workshop(**DUSHANBE, title_lo="ການຄິດໄລ່ເງິນສົມທົບ, ເງິນອຸດໜູນ ແລະ ການຕິດຕາມຜົນ")
    content = client.get(f"/lo/workshop/{page.pk}/calendar.ics").content
    lines = content.split(b"\r\n")
    assert b"DTSTART:20270316T040000Z" in lines
    assert all(len(line) <= 75 for line in lines)
    assert "ເງິນສົມທົບ\\, ເງິນ".encode() in content.replace(b"\r\n ", b"")


def test_the_list_tells_what_comes_before_what_was(client: Client, db: None) -> None:
    for slug, days in (("later", 20), ("sooner", 2), ("past", -20)):
        workshops.workshop(days=days, slug=slug, title_en=f"Workshop {slug}")
    text = client.get("/en/workshops/").content.decode()
    order = ["Workshop sooner", "Workshop later", "Workshops that took place", "Workshop past"]
    assert sorted(order, key=text.index) == order


def test_the_list_asks_as_many_questions_for_many_workshops_as_for_one(
    client: Client, db: None, django_assert_max_num_queries: Any
) -> None:
    workshops.workshop()
    client.get("/en/workshops/")
    with django_assert_max_num_queries(9):
        client.get("/en/workshops/")
    for number in range(10):
        workshops.workshop(slug=f"more-{number}", days=number)
    with django_assert_max_num_queries(9):
        client.get("/en/workshops/")


def test_a_page_with_many_files_asks_no_more_than_one_with_few(
    client: Client, db: None, django_assert_max_num_queries: Any
) -> None:
    page = workshops.workshop()
    for number in range(8):
        workshops.material(page, title_en=f"File {number}")
        workshops.agenda_item(page)
    read(client, page)
    with django_assert_max_num_queries(14):
        read(client, page)


def test_the_home_page_shows_the_next_workshop(rf: Any, learner: User) -> None:
    workshops.workshop(days=9, slug="second", title_en="Second")
    workshops.workshop(days=3, slug="first", title_en="First")
    workshops.workshop(days=-3, slug="gone", title_en="Gone")
    request = rf.get("/en/")
    request.user = learner
    with override("en"):
        shown = [teaser.title for teaser in teasers(request) if teaser.kind == "Next workshop"]
    assert shown == ["First"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ends_at": DUSHANBE["starts_at"]}, "ends_at"),
        ({"zone": "Asia/Atlantis"}, "zone"),
    ],
)
def test_times_that_cannot_be_are_refused(change: dict[str, Any], field: str, db: None) -> None:
    page = WorkshopPage(title_en="Counting", slug="counting", **(DUSHANBE | change))
    with pytest.raises(ValidationError) as refusal:
        page.clean()
    assert field in refusal.value.message_dict


def test_a_province_of_another_country_is_refused(countries: dict[str, Country]) -> None:
    province = Province.objects.create(country=countries["TJ"], code="TJ-DU", name="Dushanbe")
    with pytest.raises(ValidationError):
        WorkshopPage(title_en="Counting", slug="c", country=countries["LA"], province=province, **DUSHANBE).clean()


def test_a_workshop_without_materials_says_so(client: Client, db: None) -> None:
    assert "No materials have been published yet." in read(client, workshops.workshop())


@time_machine.travel("2027-03-18T00:00:00Z", tick=False)
def test_after_its_end_nobody_can_take_a_place(client_of: Callable[[str], Client], learner: User) -> None:
    page = workshops.workshop(**DUSHANBE)
    client = client_of("learner")
    assert "Take a place" not in read(client, page)
    client.post(f"/en/workshop/{page.pk}/register/")
    assert not page.registrations.exists()
