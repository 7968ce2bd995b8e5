"""A trainer who reads Lao meets no sentence in Latin letters at the desk, nor in the editor of a lesson."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from django.utils import translation
from wagtail.admin.menu import admin_menu

from courses.outline.desk import building
from courses.quizzes import authoring
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft
from courses.workshops.models import WorkshopPage
from exchange.accounts.models import User
from tests.factories import outline, workshops

pytestmark = pytest.mark.django_db
#: Two words in a row are a sentence nobody translated; one is a name, a key or a kind of file.
SENTENCE = re.compile(r"[A-Za-z][A-Za-z'’]+(?:\s+[A-Za-z][A-Za-z'’]+)+")
#: Names that stay as they are.
ALLOWED = {"South Exchange"}
SPOKEN = ("placeholder", "aria-label", "title", "alt")
UNSEEN = {"script", "style", "template", "svg"}
VOID = {"input", "br", "img", "meta", "link", "hr", "use", "path", "source", "col", "area", "base", "embed", "wbr"}


class Seen(HTMLParser):
    """Collects what is seen or spoken on a page, but for what says it is in another language."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        is_zone = tag == "option" and "/" in (values.get("value") or "")  # IANA names of places
        hidden = (
            tag in UNSEEN or is_zone or (values.get("lang") or "lo") != "lo" or (bool(self.open) and self.open[-1][1])
        )
        if not hidden:
            self.texts += [values[name] or "" for name in SPOKEN if values.get(name)]
        if tag not in VOID:
            self.open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _hidden in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1][1]):
            self.texts.append(data)


def latin(page: str) -> Iterator[str]:
    seen = Seen()
    seen.feed(page.partition("<body")[2].join(("<body", "")))
    for text in seen.texts:
        yield from (found for found in SENTENCE.findall(text) if found not in ALLOWED)


@pytest.fixture(autouse=True)
def without_second_factor() -> object:
    with override_settings(EXCHANGE_DEMO=True):
        yield


@pytest.fixture
def addresses(trainer: User) -> list[str]:
    """The screens of a trainer with a course, a quiz and a workshop in Lao."""
    outline.catalogue()
    course = building.begin_course(titles={"lo": "ເງິນບຳນານ"}, country=None, hours=Decimal(2), maker=trainer)
    module = building.add_module(course=course, titles={"lo": "ພື້ນຖານ"}, maker=trainer)
    lessons = [building.add_lesson(module=module, titles={"lo": each}, maker=trainer) for each in ("ໜຶ່ງ", "ສອງ")]
    quiz = building.add_quiz(module=module, maker=trainer)
    choices = [ChoiceDraft(text={"lo": "ຖືກ"}, is_right=True), ChoiceDraft(text={"lo": "ຜິດ"})]
    question = authoring.add_draft(
        quiz=quiz, draft=QuestionDraft(kind="single", text={"lo": "ຄຳຖາມ?"}, choices=choices)
    )
    workshop: WorkshopPage = workshops.workshop(
        owner=trainer, title_en="ສຳມະນາ", title_lo="ສຳມະນາ", title_zh_hans="", place_en="", place_lo="ວຽງຈັນ"
    )
    desk = reverse("desk_quiz", args=[quiz.pk])
    return [
        "/admin/",
        reverse("desk_courses"),
        reverse("desk_new_course"),
        reverse("desk_course", args=[course.pk]),
        desk,
        *(f"{desk}{tab}" for tab in (f"?q={question.pk}", "?new=ordering", "paste/", "bank/", "settings/")),
        reverse("workshop_desk"),
        reverse("desk_new_workshop"),
        workshop.desk_address(),
        reverse("wagtailadmin_pages:edit", args=[lessons[0].pk]),
    ]


def test_no_screen_of_the_trainer_shows_a_latin_sentence(
    client_of: Callable[[str], Client], addresses: list[str]
) -> None:
    client = client_of("trainer")
    found = {address: sorted(set(latin(client.get(address).content.decode()))) for address in addresses}
    assert {address: texts for address, texts in found.items() if texts} == {}


def test_no_entry_of_the_menu_is_in_latin_letters(trainer: User) -> None:
    reverse("wagtailadmin_home")
    request = RequestFactory().get("/admin/")
    request.user = trainer
    with translation.override("lo"):
        labels = [str(item.label) for item in admin_menu.menu_items_for_request(request)]
    assert [label for label in labels if re.search("[A-Za-z]", label)] == []


def test_the_reader_of_pages_notices_a_sentence() -> None:
    page = (
        '<body><p>ສະບາຍດີ <b>Save draft</b></p><p lang="en">English text here</p><input placeholder="Enter a title now">'
    )
    assert list(latin(page)) == ["Save draft", "title now"]
