"""The admin by role: what the menu offers, what the desk shows, where the explorer leads."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from django.utils import translation
from wagtail.admin.menu import admin_menu
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage

from exchange.accounts.models import User
from exchange.accounts.moderation import NAME, WAGTAILS_OWN, ensure_workflow
from exchange.basepage.models import BasePage
from tests.factories import outline

ClientOf = Callable[[str], Client]
pytestmark = pytest.mark.django_db

TRAINER = ["Desk", "Courses", "Question bank", "Workshops"]
EDITOR = [*TRAINER, "Case studies", "Library", "Comparison", "Glossary", "Translation status", "Moderation"]
MENUS = {"trainer": TRAINER, "editor": EDITOR, "administrator": [*EDITOR, "People", "Certificates", "Settings"]}


@pytest.fixture(autouse=True)
def without_second_factor() -> object:
    with override_settings(EXCHANGE_DEMO=True):
        yield


@pytest.mark.parametrize("role", MENUS)
def test_each_role_sees_its_own_menu_and_nothing_else(role: str, request: pytest.FixtureRequest) -> None:
    person: User = request.getfixturevalue(role)
    reverse("wagtailadmin_home")  # loads the addresses, and with them the entries that viewsets register
    asked = RequestFactory().get("/admin/")
    asked.user = person
    with translation.override("en"):
        items = sorted(admin_menu.menu_items_for_request(asked), key=lambda item: item.order)
        labels = [str(item.label) for item in items]
    assert labels == MENUS[role]


@pytest.fixture(params=["list", "root"])
def explorer(request: pytest.FixtureRequest, db: None) -> str:
    """Addresses of Wagtail's explorer: its start and the root page, whatever number that has."""
    root = BasePage.get_first_root_node()
    return "/admin/pages/" if request.param == "list" else f"/admin/pages/{root.pk}/"


def test_a_trainer_who_opens_the_explorer_lands_in_courses(client_of: ClientOf, explorer: str) -> None:
    assert client_of("trainer").get(explorer)["Location"] == "/admin/desk/courses/"


def test_an_editor_still_walks_the_tree(client_of: ClientOf, explorer: str) -> None:
    assert client_of("editor").get(explorer).status_code == 200


def test_the_desk_has_four_cards_and_the_workshops_below(client_of: ClientOf) -> None:
    panels = client_of("trainer").get("/admin/").context["panels"]
    assert [panel.name for panel in panels] == ["todo", "stuck", "drafts", "gaps", "workshops"]


def test_a_submission_at_the_root_is_read_by_editors_and_administrators(editor: User, trainer: User) -> None:
    root = BasePage.objects.get(depth=1)
    task = GroupApprovalTask.objects.get(name=NAME)
    assert root.get_workflow().name == NAME
    assert task.get_actions(root, editor)
    assert not task.get_actions(root, trainer)


def test_a_workflow_that_an_administrator_assigned_stays() -> None:
    own = Workflow.objects.create(name="Two ministries")
    WorkflowPage.objects.filter(page__depth=1).update(workflow=own)
    ensure_workflow()
    assert WorkflowPage.objects.get(page__depth=1).workflow == own
    assert not Workflow.objects.filter(name=WAGTAILS_OWN, active=True).exists()


def test_a_submitted_course_is_one_line_for_the_editor(client_of: ClientOf, trainer: User) -> None:
    course = outline.course(title_en="Old age")
    for page in (course, course.get_children().first().specific):
        page.save_revision()
        page.get_workflow().start(page, trainer)
    panel = client_of("editor").get("/admin/").context["panels"][0]
    assert [row.url for row in panel.rows] == [f"/admin/desk/courses/{course.pk}/"]


def test_the_desk_costs_the_same_however_many_courses(
    client_of: ClientOf, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    for number in range(5):
        outline.course(slug=f"course-{number}")
    client = client_of("editor")
    client.get("/admin/")
    with django_assert_max_num_queries(30):
        client.get("/admin/")
