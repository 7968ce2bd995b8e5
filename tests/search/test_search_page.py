"""The search page as readers meet it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from exchange.places.models import Country
from search.engine import get_engine
from search.protocol import Engine, SearchUnavailable
from tests.search.conftest import document, entry

pytestmark = pytest.mark.django_db
VISITORS = ("stranger", "learner", "trainer", "editor", "administrator")
LAO = "ຜູ້ປະກັນຕົນມີສິດໄດ້ຮັບເງິນອຸດໜູນບຳນານ"
CHINESE = "用人单位缴纳失业保险费"


@pytest.fixture
def filled(site_engine: Engine, countries: dict[str, Country]) -> Engine:
    rows = [
        document("lao", LAO, language="lo", kind="lesson", countries=("LA",), branches=("old-age",), year=2018),
        document("han", CHINESE, language="zh-hans", countries=("CN",), path="library/x/3/", page=3),
        document("english", "Pensions <script>alert(1)</script> are paid monthly", year=2024),
        document("members", "Pensions for those who signed in", audience=("signed-in",)),
    ]
    site_engine.rebuild(entry(row) for row in rows)
    return site_engine


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
@pytest.mark.parametrize(
    ("words", "written_in", "marked"),
    [
        ("ບຳນານ", "lo", "<mark>"),
        ("失业保险", "zh-hans", "<mark>失业保险</mark>"),
        ("pensions", "en", "<mark>Pensions</mark>"),
    ],
)
def test_words_of_each_language_are_found_and_marked_on_each_page(
    client: Client, filled: Engine, language: str, words: str, written_in: str, marked: str
) -> None:
    text = client.get(f"/{language}/search/", {"q": words}).text
    assert f'<html lang="{language}">' in text
    assert marked in text
    if written_in != language:
        assert f'lang="{written_in}"' in text


def test_a_hit_in_a_document_opens_at_its_page_and_keeps_the_words(client: Client, filled: Engine) -> None:
    text = client.get("/lo/search/", {"q": "失业保险"}).text
    assert "/lo/library/x/3/?q=" in text


def test_text_that_was_indexed_is_never_markup(client: Client, filled: Engine) -> None:
    text = client.get("/en/search/", {"q": "pensions"}).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize(
    "words", ['"', "-", "OR OR", "country:", '"ab -"', "year:9999..1", "<b>", "\x00", "(", "*", "ໆ"]
)
def test_every_malformed_question_is_answered(client: Client, filled: Engine, words: str) -> None:
    response = client.get("/en/search/", {"q": words})
    assert response.status_code == 200
    assert "&lt;b&gt;" in response.text or words != "<b>"


@pytest.mark.parametrize("visitor", VISITORS)
def test_what_is_for_some_is_found_and_counted_for_them_alone(
    client_of: Callable[[str], Client], filled: Engine, visitor: str
) -> None:
    text = client_of(visitor).get("/en/search/", {"q": "pensions"}).text
    assert ("members" in text) == (visitor != "stranger")


def test_filters_narrow_and_nonsense_in_them_is_passed_over(client: Client, filled: Engine) -> None:
    assert "han" in client.get("/en/search/", {"q": "失业保险", "country": "CN"}).text
    assert "library/x/3/" not in client.get("/en/search/", {"q": "失业保险", "country": "LA"}).text
    assert client.get("/en/search/", {"q": "失业保险", "year": "soon", "kind": "x", "page": "-3"}).status_code == 200


@pytest.mark.parametrize(
    ("language", "words"), [("lo", "ບໍ່ພົບຜົນການຄົ້ນຫາ"), ("en", "Nothing was found"), ("zh-hans", "没有搜索结果")]
)
def test_no_hit_is_told_in_the_readers_language_and_keeps_the_words(
    client: Client, filled: Engine, language: str, words: str
) -> None:
    text = client.get(f"/{language}/search/", {"q": "xylophone"}).text
    assert words in text
    assert 'value="xylophone"' in text


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_an_engine_that_is_away_costs_neither_page_nor_words(
    client: Client, filled: Engine, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    def away(query: object) -> None:
        raise SearchUnavailable("stopped")

    monkeypatch.setattr(get_engine(), "search", away)
    response = client.get(f"/{language}/search/", {"q": "养老金"})
    assert response.status_code == 503
    assert response["Retry-After"]
    assert 'value="养老金"' in response.text


def test_more_hits_cost_no_more_queries(
    client: Client, site_engine: Engine, countries: dict[str, Country], django_assert_max_num_queries: Any
) -> None:
    rows = [document(f"d{number}", f"pension {number}", countries=("LA",), year=2000 + number) for number in range(40)]
    site_engine.rebuild(entry(row) for row in rows)
    with django_assert_max_num_queries(8):
        client.get("/lo/search/", {"q": "pension"})
