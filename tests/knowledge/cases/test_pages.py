"""Case studies as readers meet them: the list with its filters, the page with its parts, the home page."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from knowledge.cases.models import PARTS, CaseStudyPage, RelatedDocument
from knowledge.library.models import PolicyDocument
from tests.conftest import VISITORS
from tests.factories.cases import case_study, index_page
from tests.factories.outline import course, lessons_of

LIST = "/en/case-studies/"


def titles(html: str) -> list[str]:
    """The titles of the cards, in their order."""
    return [re.sub(r"<[^>]+>", "", title).strip() for title in re.findall(r"<h2>(.*?)</h2>", html, flags=re.S)]


@pytest.mark.parametrize("visitor", VISITORS)
def test_everybody_reads_the_list_and_a_case_study(client_of: Callable[[str], Client], visitor: str) -> None:
    case_study()
    client = client_of(visitor)
    assert titles(client.get(LIST).text) == ["offices en"]
    assert client.get(f"{LIST}offices/").status_code == 200


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_a_case_study_tells_its_four_parts_in_the_language_of_the_reader(client: Client, language: str) -> None:
    case_study()
    html = client.get(f"/{language}/case-studies/offices/").text
    assert f'<html lang="{language}">' in html
    code = language.replace("-", "_")
    order = [html.index(f'<h2 id="{part}">') for part in PARTS]
    assert order == sorted(order)
    assert f"Offices {code}" in html
    assert f"Report {code}" in html
    assert 'class="fallback"' not in html


def test_what_is_not_translated_is_shown_in_its_own_language_and_the_page_says_so(client: Client) -> None:
    case_study(languages="en")
    html = client.get("/lo/case-studies/offices/").text
    assert 'class="note warn"' in html
    assert html.count('<div class="fallback">') == len(PARTS)
    assert re.search(r'<p class="lede"\s+lang="en">Lede en</p>', html)
    assert re.search(r'<ul class="plain small sources"\s+lang="en">', html)


def test_a_part_without_any_text_has_no_heading(client: Client) -> None:
    case_study(result_en=[], result_lo=[], result_zh_hans=[])
    html = client.get(f"{LIST}offices/").text
    assert 'id="result"' not in html
    assert 'id="lesson"' in html


def test_a_reader_learns_that_a_translation_awaits_review(client: Client) -> None:
    case_study(unreviewed_languages=["lo"])
    assert "badge warn" in client.get("/lo/case-studies/offices/").text
    assert "badge warn" not in client.get(f"{LIST}offices/").text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["cards en", "offices en"]),
        ("?country=CN", ["cards en"]),
        ("?branch=maternity", ["cards en"]),
        ("?language=lo", ["offices en"]),
        ("?country=CN&branch=old-age", []),
        ("?country=dragons&branch=&language=xx", ["cards en", "offices en"]),
        ("?country=CN&language=lo", []),
    ],
)
def test_filters(client: Client, query: str, found: list[str]) -> None:
    case_study()
    case_study(slug="cards", countries=("CN",), languages="en", branches=["maternity"])
    html = client.get(f"{LIST}{query}").text
    assert titles(html) == found
    assert ("No case study passes these filters" in html) == (not found)


def test_an_empty_list_says_so(client: Client) -> None:
    index_page()
    assert "No case study is published yet." in client.get(LIST).text


def test_what_is_not_published_is_neither_listed_nor_found_by_its_address(client: Client) -> None:
    page = case_study()
    page.unpublish()
    assert titles(client.get(LIST).text) == []
    assert client.get(f"{LIST}offices/").status_code == 404


def test_the_list_names_only_languages_that_the_text_is_written_in(client: Client) -> None:
    case_study(languages="en", title_lo="ຫົວຂໍ້")
    card = client.get(LIST).text.split('<li class="card">')[1].split("</main>")[0]
    assert '<span lang="en">English</span>' in card
    assert 'lang="lo"' not in card


def test_more_case_studies_cost_no_more_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    case_study(slug="first", countries=("LA", "CN"))
    client.get(LIST)
    with django_assert_max_num_queries(10):
        client.get(LIST)
    for number in range(12):
        case_study(slug=f"next-{number}", countries=("LA", "TJ"))
    with django_assert_max_num_queries(10):
        client.get(LIST)


def document(language: str, title: str, **fields: Any) -> PolicyDocument:
    """A published policy document."""
    made = PolicyDocument(language=language, title=title, live=True, **fields)
    made.save()
    return made


def test_related_documents_come_in_the_language_of_the_reader_and_only_if_they_may_see_them(
    client_of: Callable[[str], Client],
) -> None:
    law, secret = uuid4(), uuid4()
    document("lo", "ກົດໝາຍ", work=law)
    document("en", "The law", work=law)
    document("en", "For those signed in", work=secret, visibility="signed-in")
    page = case_study()
    for order, work in enumerate((law, secret, uuid4())):
        RelatedDocument.objects.create(page=page, work=work, sort_order=order)
    stranger = client_of("stranger")
    assert "The law" in stranger.get(f"{LIST}offices/").text
    assert "ກົດໝາຍ" in stranger.get("/lo/case-studies/offices/").text
    assert re.search(r'lang="en">The law</a>', stranger.get("/zh-hans/case-studies/offices/").text)
    assert "For those signed in" not in stranger.get(f"{LIST}offices/").text
    assert "For those signed in" in client_of("learner").get(f"{LIST}offices/").text


def test_related_lessons_are_links_until_they_are_withdrawn(client: Client) -> None:
    lesson = lessons_of(course(slug="basics"))[0]
    page = case_study(lessons=[("lesson", lesson)])
    assert "lesson-1-1 en" in client.get(f"{LIST}offices/").text
    lesson.unpublish()
    assert "lesson-1-1 en" not in client.get(f"{LIST}offices/").text
    assert page.live


def test_a_case_study_leads_to_the_comparison_of_its_country(client: Client) -> None:
    case_study(countries=("TJ",))
    assert "/en/compare/?countries=TJ" in client.get(f"{LIST}offices/").text


def test_the_home_page_shows_the_newest(client: Client) -> None:
    case_study()
    case_study(slug="newer", languages="lo")
    html = client.get("/lo/").text
    assert "newer lo" in html
    assert "offices lo" in html


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [(2013, 2025, "2013–2025"), (2021, 2021, "2021"), (None, 2020, "2020"), (None, None, "")],
)
def test_years(first: int | None, last: int | None, years: str) -> None:
    assert CaseStudyPage(first_year=first, last_year=last).years == years


def test_years_in_the_wrong_order_are_refused() -> None:
    page = case_study()
    page.first_year, page.last_year = 2025, 2013
    with pytest.raises(ValidationError, match="before the first"):
        page.full_clean()


@pytest.mark.parametrize(("visitor", "status"), [("trainer", 302), ("editor", 200), ("administrator", 200)])
def test_editors_open_the_form_with_its_documents(
    client_of: Callable[[str], Client], visitor: str, status: int
) -> None:
    law = uuid4()
    document("en", "The law", work=law)
    page = case_study()
    RelatedDocument.objects.create(page=page, work=law)
    response = client_of(visitor).get(f"/admin/pages/{page.pk}/edit/")
    assert response.status_code == status
    assert ("The law" in response.text) == (status == 200)
