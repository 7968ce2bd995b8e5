"""Commands speak in one sentence or one JSON object, and their exit codes are honest."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from exchange.basepage.models import BasePage
from exchange.home.models import InformationPage
from search.backends.folder import IndexFolder
from search.engine import get_engine

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command(*arguments, stdout=out, stderr=StringIO())
    except SystemExit as leaving:
        return int(leaving.code or 0), out.getvalue()
    return 0, out.getvalue()


def as_json(*arguments: str) -> tuple[int, dict[str, Any]]:
    code, text = run(*arguments, "--json")
    answer: dict[str, Any] = json.loads(text)
    assert answer.pop("schema") == 1
    return code, answer


@pytest.fixture
def page(search_folder: Path) -> InformationPage:
    page = InformationPage(slug="about", title_en="About", title_lo="ກ່ຽວກັບ", body_lo="<p>ປະກັນສັງຄົມ</p>")
    BasePage.objects.get(depth=1).add_child(instance=page)
    return page


def test_without_an_index_every_command_says_what_to_do(page: InformationPage) -> None:
    for command in (("search", "about"), ("check_search",)):
        code, text = run(*command)
        assert code == 1
        assert "run rebuild_search" in text


def test_a_rebuild_indexes_every_language_and_settles_the_outbox(page: InformationPage) -> None:
    code, answer = as_json("rebuild_search")
    assert code == 0
    assert (answer["documents"], answer["objects"]) == (2, 1)
    assert as_json("sync_search") == (0, {"sent": 0, "pending": 0, "error": ""})
    code, answer = as_json("check_search")
    assert (code, answer["agrees"], answer["rows"]) == (0, True, 2)


def test_search_prints_hits_with_their_marks(page: InformationPage) -> None:
    run("rebuild_search")
    code, answer = as_json("search", "ສັງຄົມ", "--language", "lo")
    assert code == 0
    assert [hit["title"] for hit in answer["hits"]] == ["ກ່ຽວກັບ"]
    assert "<mark>" in answer["hits"][0]["snippet"]
    assert "[ປະກັນສັງຄົມ]" in run("search", "ປະກັນສັງຄົມ")[1]
    assert as_json("search", "ສັງຄົມ", "--kind", "lesson")[1]["total"] == 0
    assert as_json("search", "ສັງຄົມ", "--only", "en")[1]["total"] == 0


def test_nothing_found_can_be_told_from_an_error(page: InformationPage) -> None:
    run("rebuild_search")
    assert run("search", "zebra")[0] == 0
    assert run("search", "zebra", "--fail-if-empty")[0] == 3


def test_two_rebuilds_at_once_are_refused(page: InformationPage, search_folder: Path) -> None:
    with IndexFolder(search_folder).rebuilding():
        code, text = run("rebuild_search")
    assert code == 4
    assert "Nothing was done" in text


def test_an_index_of_another_version_asks_to_be_rebuilt(page: InformationPage, search_folder: Path) -> None:
    run("rebuild_search")
    folder = IndexFolder(search_folder)
    current = folder.current()
    assert current is not None
    folder.make_current(current.path, "0-before")
    assert "another version" in get_engine().state().problem
    assert run("search", "about")[0] == 1
    assert run("rebuild_search")[0] == 0
    assert as_json("search", "about")[1]["total"] == 1
