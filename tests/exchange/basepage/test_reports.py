"""The report on translations."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from exchange.basepage.models import BasePage
from exchange.home.models import InformationPage


@pytest.fixture
def pages(db: None) -> BasePage:
    root = BasePage.get_first_root_node()
    root.add_child(
        instance=InformationPage(title_en="About", title_lo="ກ່ຽວກັບ", body_en="<p>Text</p>", slug="about-report")
    )
    return root


@pytest.fixture(autouse=True)
def _demo(settings: Any) -> None:
    settings.EXCHANGE_DEMO = True


def test_an_editor_sees_the_percent_per_language(pages: BasePage, client_of: Callable[[str], Client]) -> None:
    text = client_of("administrator").get("/admin/reports/translations/").text
    assert "50\xa0%" in text or "50 %" in text
    assert "简体中文" in text


def test_the_same_rows_come_as_csv(pages: BasePage, client_of: Callable[[str], Client]) -> None:
    response = client_of("administrator").get("/admin/reports/translations/?export=csv")
    chunks: Any = response
    rows = b"".join(chunks.streaming_content).decode("utf-8").splitlines()
    assert rows[0].split(",")[-3:] == ["ລາວ", "English", "简体中文"]
    about = next(row for row in rows if "about-report" in row)
    assert about.split(",")[-3:] == ["50", "100", "0"]


@pytest.mark.parametrize("visitor", ["stranger", "learner"])
def test_others_do_not_reach_it(pages: BasePage, client_of: Callable[[str], Client], visitor: str) -> None:
    assert client_of(visitor).get("/admin/reports/translations/").status_code == 302


def test_more_pages_cost_no_more_queries(
    pages: BasePage, client_of: Callable[[str], Client], django_assert_max_num_queries: Any
) -> None:
    client = client_of("editor")
    client.get("/admin/reports/translations/")
    for number in range(20):
        pages.add_child(instance=InformationPage(title_en=f"Page {number}", slug=f"page-{number}"))
    with django_assert_max_num_queries(25):
        client.get("/admin/reports/translations/")
