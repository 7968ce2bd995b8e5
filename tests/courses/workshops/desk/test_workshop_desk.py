"""A trainer sets up a workshop on one screen; an editor publishes it; others' workshops stay theirs."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from courses.workshops.desk import editing
from courses.workshops.desk.agenda import parse
from courses.workshops.models import WorkshopPage
from courses.workshops.participants import may_open
from exchange.accounts.models import User
from exchange.content_i18n import text_in
from exchange.media.models import ExchangeDocument
from tests.factories import workshops

ClientOf = Callable[[str], Client]
pytestmark = pytest.mark.django_db
TIMES = {"starts_at": "2027-03-01T09:00", "ends_at": "2027-03-02T16:00"}
AGENDA = "08:30–09:00\tລົງທະບຽນ\tທ້າວ ຄຳໄພ\n9.00-10.30\tການຄິດໄລ່\nມື້ທີ 2\n09：00～10：00\tສະຫຼຸບ"


@pytest.fixture(autouse=True)
def without_second_factor() -> object:
    with override_settings(EXCHANGE_DEMO=True):
        yield


@pytest.fixture
def draft(client_of: ClientOf) -> WorkshopPage:
    workshops.index()
    client_of("trainer").post("/admin/desk/workshops/new/", {"title": "ສຳມະນາ", **TIMES})
    return WorkshopPage.objects.get()


def post(client: Client, page: WorkshopPage, act: str, **values: Any) -> Any:
    return client.post(page.desk_address(), {"act": act, **values})


def pdf(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.7 text", content_type="application/pdf")


def test_a_new_workshop_asks_three_questions(draft: WorkshopPage, trainer: User) -> None:
    assert (draft.title_lo, draft.slug, draft.live, draft.owner) == ("ສຳມະນາ", "workshop-1", False, trainer)
    assert draft.starts_at == datetime.datetime(2027, 3, 1, 2, tzinfo=datetime.UTC)


def test_a_workshop_does_not_end_before_it_begins(client_of: ClientOf) -> None:
    workshops.index()
    values = {"title": "x", "starts_at": TIMES["ends_at"], "ends_at": TIMES["starts_at"]}
    assert client_of("trainer").post("/admin/desk/workshops/new/", values).status_code == 200
    assert not WorkshopPage.objects.exists()


def test_an_agenda_is_pasted_from_a_table() -> None:
    lines = [
        (line.day, f"{line.begins:%H:%M}", line.ends and f"{line.ends:%H:%M}", line.title)
        for line in parse(AGENDA).lines
    ]
    assert lines == [
        (1, "08:30", "09:00", "ລົງທະບຽນ"),
        (1, "09:00", "10:30", "ການຄິດໄລ່"),
        (2, "09:00", "10:00", "ສະຫຼຸບ"),
    ]


@pytest.mark.parametrize("text", ["25:00\tLate", "09:00", "Opening\t09:00", "09:00\t"])
def test_a_line_that_is_no_agenda_is_named(text: str) -> None:
    assert parse(f"\n{text}").unread == [2]


def test_a_second_language_of_the_agenda_joins_the_first(client_of: ClientOf, draft: WorkshopPage) -> None:
    client = client_of("trainer")
    post(client, draft, "agenda", text=AGENDA, language="lo")
    english = "08:30\tRegistration\n09:00\tComputing\nDay 2\n09:00\tSummary"
    post(client, draft, "agenda", text=english, language="en")
    items = list(editing.draft_of(WorkshopPage.objects.get()).agenda.all())
    assert [(text_in(each, "title", "lo"), text_in(each, "title", "en")) for each in items] == [
        ("ລົງທະບຽນ", "Registration"),
        ("ການຄິດໄລ່", "Computing"),
        ("ສະຫຼຸບ", "Summary"),
    ]
    assert items[0].facilitator == "ທ້າວ ຄຳໄພ"


def test_several_files_become_materials_at_once(client_of: ClientOf, draft: WorkshopPage, trainer: User) -> None:
    client = client_of("trainer")
    files = [pdf("Exercise_en.pdf"), pdf("ບົດຝຶກຫັດ_lo.pdf")]
    post(client, draft, "files", files=files, language="zh-hans", phase="during", visibility="participants")
    found = list(WorkshopPage.objects.get().materials.all())
    assert [(each.file_language, each.phase, each.visibility) for each in found] == [
        ("en", "during", "participants"),
        ("lo", "during", "participants"),
    ]
    assert text_in(found[0], "title", "en") == "Exercise en"
    assert {each.uploaded_by_user for each in ExchangeDocument.objects.all()} == {trainer}


def test_a_file_of_a_kind_the_site_does_not_take_adds_none(client_of: ClientOf, draft: WorkshopPage) -> None:
    post(client_of("trainer"), draft, "files", files=[pdf("good.pdf"), pdf("bad.exe")])
    assert not ExchangeDocument.objects.exists()


def test_materials_are_named_in_three_languages_and_taken_out(client_of: ClientOf, draft: WorkshopPage) -> None:
    client = client_of("trainer")
    post(client, draft, "files", files=[pdf("a.pdf"), pdf("b.pdf")], language="lo")
    first, second = WorkshopPage.objects.get().materials.all()
    values: dict[str, str] = {}
    for each in (first, second):
        values |= {
            f"{each.uuid}-file_language": "lo",
            f"{each.uuid}-phase": "after",
            f"{each.uuid}-visibility": "public",
        }
    values |= {f"{first.uuid}-title_zh_hans": "练习", f"{second.uuid}-remove": "on"}
    post(client, draft, "materials", **values)
    (kept,) = WorkshopPage.objects.get().materials.all()
    assert (kept.uuid, text_in(kept, "title", "zh-hans"), kept.phase) == (first.uuid, "练习", "after")


def test_when_and_where_are_saved(client_of: ClientOf, draft: WorkshopPage) -> None:
    client = client_of("trainer")
    values = {
        **TIMES,
        "zone": "Asia/Shanghai",
        "hours": "6",
        "capacity": "30",
        "title_en": "Counting",
        "place_en": "Kunming",
    }
    assert post(client, draft, "facts", **values).status_code == 302
    page = WorkshopPage.objects.get()
    assert (page.title_en, page.place_en, page.capacity) == ("Counting", "Kunming", 30)
    assert page.starts_at == datetime.datetime(2027, 3, 1, 1, tzinfo=datetime.UTC)


def test_an_editor_publishes_what_a_trainer_submitted(client_of: ClientOf, draft: WorkshopPage) -> None:
    client = client_of("trainer")
    post(client, draft, "files", files=[pdf("Slides.pdf")], language="lo", visibility="public")
    post(client, draft, "submit")
    post(client, draft, "agenda", text=AGENDA)
    assert not WorkshopPage.objects.get().agenda.exists()  # closed while the editors read
    post(client_of("editor"), draft, "publish")
    page = client_of("stranger").get("/lo/workshops/workshop-1/")
    assert page.status_code == 200
    assert "Slides" in page.content.decode()


def test_what_is_published_changes_only_when_an_editor_says_so(client_of: ClientOf, trainer: User) -> None:
    page = workshops.workshop(owner=trainer)
    post(client_of("trainer"), page, "agenda", text=AGENDA, language="lo")
    assert not WorkshopPage.objects.get().agenda.exists()
    post(client_of("editor"), page, "publish")
    assert WorkshopPage.objects.get().agenda.count() == 3


def test_a_trainer_cannot_publish(client_of: ClientOf, draft: WorkshopPage) -> None:
    assert post(client_of("trainer"), draft, "publish")["Location"] == "/admin/"
    assert not WorkshopPage.objects.get().live


@pytest.mark.parametrize(
    ("visitor", "status"),
    [("stranger", 302), ("learner", 302), ("trainer", 200), ("editor", 200), ("administrator", 200)],
)
def test_who_opens_the_screens(client_of: ClientOf, draft: WorkshopPage, visitor: str, status: int) -> None:
    client = client_of(visitor)
    for each in ("/admin/desk/workshops/new/", draft.desk_address()):
        assert client.get(each).status_code == status


def test_a_trainer_does_not_touch_the_workshop_of_others(client_of: ClientOf, editor: User) -> None:
    foreign = workshops.workshop(owner=editor)
    client = client_of("trainer")
    assert client.get(foreign.desk_address())["Location"] == "/admin/"
    post(client, foreign, "agenda", text=AGENDA)
    assert foreign.get_latest_revision() is None


def test_a_file_for_participants_is_theirs_before_it_is_published(client_of: ClientOf, trainer: User) -> None:
    page = workshops.workshop(owner=trainer)
    client = client_of("trainer")
    post(client, page, "files", files=[pdf("Slides.pdf")], language="en", visibility="participants")
    document = ExchangeDocument.objects.get()
    assert not page.materials.exists()
    assert client_of("stranger").get(document.url).status_code == 403
    assert may_open(trainer, document)
