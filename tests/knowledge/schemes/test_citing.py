"""From a value to the page of our library that it cites."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from knowledge.library.models import Edition, PolicyDocument
from knowledge.schemes.models import Citation, Provision
from tests.factories.schemes import indicator, provision


def document(language: str, *, editions: int = 1, **fields: Any) -> PolicyDocument:
    """A published document with so many editions."""
    made = PolicyDocument(language=language, title=f"Timeline {language}", live=True, **fields)
    made.save()
    for number in range(1, editions + 1):
        Edition.objects.create(document=made, number=number, sha256="0" * 64, size=1, page_count=5, file="x.pdf")
    return made


def cite(value: Provision, uuid: UUID, page: int = 3) -> None:
    Citation.objects.create(provision=value, document_uuid=uuid, page=page)


def test_a_cited_value_leads_to_the_page_in_the_language_of_the_reader(client: Client) -> None:
    value, lao, english = provision("LA", 6), document("lo"), document("en")
    cite(value, lao.uuid, 4)
    cite(value, english.uuid, 3)
    assert f'href="/lo/library/{lao.uuid}/4/"' in client.get("/lo/compare/?countries=LA").text
    assert f'href="/en/library/{english.uuid}/3/"' in client.get("/en/compare/?countries=LA").text
    chinese = client.get("/zh-hans/compare/?countries=LA").text
    assert f'href="/zh-hans/library/{english.uuid}/3/"' in chinese
    assert '<span lang="en">English</span>' in chinese
    assert f"/en/library/{english.uuid}/3/" in client.get(f"/en/compare/provision/{value.uuid}/").text


def test_a_document_out_of_reach_is_not_named(client_of: Callable[[str], Client]) -> None:
    value, closed = provision("LA", 6), document("en", visibility="signed-in")
    cite(value, closed.uuid)
    address = "/en/compare/?countries=LA"
    assert "/library/" not in client_of("stranger").get(address).text.split("<table")[1].split("</table>")[0]
    assert f"/en/library/{closed.uuid}/3/" in client_of("learner").get(address).text


def test_a_document_that_is_gone_leaves_the_source_in_words(client: Client) -> None:
    cite(provision("LA", 6, source_text_en="DFDL, 2017"), uuid4())
    html = client.get("/en/compare/?countries=LA").text
    assert "DFDL, 2017" in html
    assert "Library, page" not in html


def test_a_page_of_an_earlier_edition_keeps_its_address_and_says_so(client: Client) -> None:
    value, revised = provision("LA", 6), document("en", editions=2)
    cite(value, revised.uuid)
    html = client.get("/en/compare/?countries=LA").text
    assert f"/en/library/{revised.uuid}/3/?edition=1" in html
    assert "(an earlier edition)" in html


def test_more_citations_cost_no_more_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    for number in range(8):
        row = indicator(f"row-{number}")
        for country in ("LA", "CN", "TJ"):
            cite(provision(country, 6, indicator=row), document("en").uuid)
    client.get("/en/compare/")
    with django_assert_max_num_queries(9):
        client.get("/en/compare/")


def test_the_form_offers_documents_by_title(client_of: Callable[[str], Client]) -> None:
    value, timeline = provision("LA", 6), document("lo")
    cite(value, timeline.uuid)
    html = client_of("editor").get(f"/admin/snippets/schemes/provision/edit/{value.pk}/").text
    assert f'<option value="{timeline.uuid}" selected>Timeline lo (ລາວ)</option>' in html
