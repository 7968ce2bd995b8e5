"""The library as readers see it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from exchange.accounts.models import User
from exchange.accounts.roles import EDITORS
from knowledge.library.models import PolicyDocument

MakeDocument = Callable[..., PolicyDocument]
VISITORS = ("stranger", "learner", "trainer", "editor", "administrator")


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
@pytest.mark.parametrize("written_in", ["lo", "en", "zh-hans"])
def test_a_page_opens_in_every_language_and_its_text_says_what_it_is_in(
    client: Client, make_document: MakeDocument, language: str, written_in: str
) -> None:
    document = make_document(language=written_in)
    text = client.get(f"/{language}/library/{document.uuid}/2/").text
    assert f'<html lang="{language}">' in text
    assert f'<div class="page-text prose" lang="{written_in}">' in text


@pytest.mark.parametrize(
    ("written_in", "query", "marked"),
    [
        ("lo", "ຜູ້ອອກແຮງງານ", "<mark>"),
        ("en", "pension", "<mark>pension</mark>"),
        ("zh-hans", "失业保险", "<mark>失业保险</mark>"),
    ],
)
def test_the_words_that_were_searched_are_marked_on_their_page(
    client: Client, make_document: MakeDocument, written_in: str, query: str, marked: str
) -> None:
    document = make_document(language=written_in)
    assert marked in client.get(f"/lo/library/{document.uuid}/2/", {"q": query}).text


def test_what_is_typed_into_the_address_is_never_markup(client: Client, make_document: MakeDocument) -> None:
    document = make_document()
    assert "<script>x" not in client.get(f"/en/library/{document.uuid}/1/", {"q": "<script>x"}).text


@pytest.mark.parametrize("number", [0, 3, 999])
def test_a_page_that_does_not_exist_is_not_found(client: Client, make_document: MakeDocument, number: int) -> None:
    assert client.get(f"/en/library/{make_document().uuid}/{number}/").status_code == 404


def test_the_picture_of_a_page_is_small(client: Client, make_document: MakeDocument) -> None:
    response = client.get(f"/en/library/{make_document(language='lo').uuid}/1/picture.png")
    assert response["Content-Type"] == "image/png"
    assert len(response.content) <= 60_000


def test_the_file_is_sent_with_a_policy_of_its_own(client: Client, make_document: MakeDocument) -> None:
    response = client.get(f"/en/library/{make_document().uuid}/file/")
    assert response["Content-Type"] == "application/pdf"
    assert "sandbox" in response["Content-Security-Policy"]


READERS = {
    "public": set(VISITORS),
    "signed-in": set(VISITORS) - {"stranger"},
    "groups": {"editor", "administrator"},
}


@pytest.mark.parametrize("visibility", READERS)
@pytest.mark.parametrize("visitor", VISITORS)
def test_a_document_opens_for_its_readers_and_does_not_exist_for_others(
    client_of: Callable[[str], Client], make_document: MakeDocument, visitor: str, visibility: str
) -> None:
    document = make_document("Rules of reading", visibility=visibility)
    document.groups.set(Group.objects.filter(name=EDITORS))
    document.save()
    client = client_of(visitor)
    may_read = visitor in READERS[visibility]
    for rest in ("", "1/", "1/picture.png", "file/"):
        status = client.get(f"/en/library/{document.uuid}/{rest}").status_code
        assert status == (200 if may_read else 404), rest
    assert ("Rules of reading" in client.get("/en/library/").text) == may_read


def test_a_draft_is_not_shown(client: Client, make_document: MakeDocument) -> None:
    document = make_document(live=False)
    assert client.get(f"/en/library/{document.uuid}/").status_code == 404


def test_filters_narrow_the_list(client: Client, make_document: MakeDocument) -> None:
    make_document("About pensions", branches=["old-age"])
    make_document("About births", branches=["maternity"], language="lo")
    assert "About births" not in client.get("/en/library/", {"branch": "old-age"}).text
    assert "About pensions" not in client.get("/en/library/", {"language": "lo"}).text
    assert "About pensions" not in client.get("/en/library/", {"country": "CN"}).text
    assert "About pensions" in client.get("/en/library/", {"country": "nonsense", "year": "x"}).text


def test_translations_of_one_work_point_to_each_other(client: Client, make_document: MakeDocument) -> None:
    english = make_document("Law")
    make_document("ກົດໝາຍ", language="lo", work=english.work)
    assert "ກົດໝາຍ" in client.get(f"/zh-hans/library/{english.uuid}/").text


def test_a_replaced_document_names_the_newer_one(client: Client, make_document: MakeDocument) -> None:
    old = make_document("Decree", status="superseded")
    make_document("New law", replaces=old)
    assert "New law" in client.get(f"/en/library/{old.uuid}/").text


def test_a_longer_list_costs_no_more_queries(
    client: Client, learner: User, make_document: MakeDocument, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        make_document(f"Document {number}")
    client.force_login(learner)
    with django_assert_max_num_queries(12):
        client.get("/en/library/")


@pytest.mark.parametrize(
    ("fields", "named"), [({}, True), ({"live": False}, False), ({"visibility": "signed-in"}, False)]
)
def test_the_sitemap_names_documents_that_everybody_may_read(
    client: Client, make_document: MakeDocument, fields: dict[str, Any], named: bool
) -> None:
    document = make_document(**fields)
    assert (f"/lo/library/{document.uuid}/</loc>" in client.get("/sitemap.xml").text) == named
