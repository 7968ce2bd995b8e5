"""The comparison as a reader meets it."""

import csv
import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from knowledge.schemes.models import Provision, Review
from tests.conftest import VISITORS
from tests.factories.schemes import indicator, provision, scheme, words


@pytest.fixture
def rates() -> None:
    """The employer's rate in two of three countries, one of them with a past."""
    provision("LA", 6, population_lo="ຂະແໜງວິສາຫະກິດ", population_en="Enterprise sector")
    older = provision("TJ", 25)
    provision("TJ", 20, supersedes=older)


def cells(html: str) -> list[str]:
    """The text of each cell of the table, in reading order."""

    class Reader(HTMLParser):
        depth, found = 0, []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "td":
                self.found.append("")
                self.depth = 1

        def handle_endtag(self, tag: str) -> None:
            self.depth = 0 if tag == "td" else self.depth

        def handle_data(self, data: str) -> None:
            if self.depth:
                self.found[-1] += " " + " ".join(data.split())

    reader = Reader()
    reader.found = []
    reader.feed(html)
    return [" ".join(cell.split()) for cell in reader.found]


@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.usefixtures("rates")
def test_everybody_may_compare_and_only_editors_are_asked_to_add(
    client_of: Callable[[str], Client], visitor: str
) -> None:
    html = client_of(visitor).get("/en/compare/").text
    assert html.count("No value with a source yet") == 1
    assert ("Add a value" in html) == (visitor in ("editor", "administrator"))


@pytest.mark.usefixtures("rates")
@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_the_page_speaks_the_language_of_its_address(client: Client, language: str) -> None:
    names = {"lo": "ທາຈິກິສະຖານ", "en": "Tajikistan", "zh-hans": "塔吉克斯坦"}
    html = client.get(f"/{language}/compare/").text
    assert f'<html lang="{language}">' in html
    assert f'data-c="{names[language]}"' in html


def test_without_a_choice_the_partner_countries_are_compared_by_name(client: Client) -> None:
    provision("LA", 6)
    html = client.get("/en/compare/").text
    assert re.findall(r'data-c="([^"]+)"', html) == ["China", "Lao PDR", "Tajikistan"]


@pytest.mark.parametrize("query", ["countries=TJ&countries=LA", "countries=TJ,LA", "countries=tj,%20la,XX"])
def test_countries_stand_in_the_order_in_which_they_were_asked_for(client: Client, query: str) -> None:
    provision("LA", 6)
    html = client.get(f"/en/compare/?{query}").text
    assert re.findall(r'data-c="([^"]+)"', html) == ["Tajikistan", "Lao PDR"]


def test_a_fifth_country_is_left_out_and_the_page_says_so(client: Client) -> None:
    from exchange.places.models import Country

    for code in ("KH", "VN"):
        Country.objects.create(code=code, name_en=code, is_partner=True)
    provision("LA", 6)
    html = client.get("/en/compare/?countries=LA,CN,TJ,KH,VN").text
    assert len(re.findall(r'data-c="', html)) == 4
    assert "The first four are shown" in html


def test_a_branch_we_do_not_know_filters_nothing(client: Client) -> None:
    provision("LA", 6)
    assert client.get("/en/compare/?branch=dragons&countries=LA").text.count("data-c=") == 1


def test_the_table_keeps_its_roles_where_a_phone_shows_cards(client: Client) -> None:
    provision("LA", 6)
    html = client.get("/en/compare/?countries=LA,CN").text
    table = html[html.index("<table") : html.index("</table>")]
    for tag, role in [("<table", "table"), ("<thead", "rowgroup"), ("<tbody", "rowgroup"), ("<td", "cell")]:
        assert re.findall(rf"{tag}[^>]*", table)
        assert all(f'role="{role}"' in opening for opening in re.findall(rf"{tag}[^>]*", table))
    assert table.count('role="rowheader"') == 1


def test_a_cell_carries_value_people_date_article_source_and_state(client: Client) -> None:
    provision("LA", 6, population_en="Enterprise sector", article_en="Article 55", source_text_en="DFDL, 2017")
    cell = cells(client.get("/en/compare/?countries=LA").text)[0]
    assert cell == "6% Enterprise sector · From 1 January 2017 · Article 55 DFDL, 2017 Value not verified #"


def test_contradictions_stand_together_in_one_cell(client: Client) -> None:
    for text in ("27 June 2018", "27 March 2018"):
        provision("LA", indicator=words(), text_en=text)
    cell = cells(client.get("/en/compare/?countries=LA").text)[0]
    assert "More than one value: compare the sources." in cell
    assert "27 June 2018" in cell
    assert "27 March 2018" in cell


@pytest.mark.usefixtures("rates")
def test_a_replaced_value_is_history_and_not_a_value(client: Client) -> None:
    html = client.get("/en/compare/?countries=TJ").text
    cell = cells(html)[0]
    assert cell.startswith("20%")
    assert "1 earlier value 25%" in cell
    assert re.search(r"<s\s*>25%</s>", html)
    assert html.count('class="v"') == 1


def test_a_text_of_another_language_is_marked_as_such(client: Client) -> None:
    provision("LA", indicator=words(), text_lo="ກົດໝາຍ", source_text_en="", source_text_lo="ຈົດໝາຍເຫດ")
    html = client.get("/zh-hans/compare/?countries=LA").text
    assert re.search(r'<span class="v"\s+lang="lo">ກົດໝາຍ</span>', html)
    assert '<span lang="lo">ຈົດໝາຍເຫດ</span>' in html


def test_only_differing_rows(client: Client) -> None:
    for country in ("LA", "CN"):
        provision(country, 6)
    provision("CN", 8, indicator=indicator("employee-rate", label_en="Contribution rate, employee"))
    html = client.get("/en/compare/?countries=LA,CN&differing=1").text
    assert "Contribution rate, employee" in html
    assert "Contribution rate, employer" not in html


def test_when_nothing_differs_the_page_says_so(client: Client) -> None:
    for country in ("LA", "CN"):
        provision(country, 6)
    assert "answer every question alike" in client.get("/en/compare/?countries=LA,CN&differing=1").text


def test_numbers_are_lao_on_the_lao_page(client: Client) -> None:
    provision("LA", 4_500_000, indicator=indicator("ceiling", unit="LAK"))
    assert "4.500.000" in cells(client.get("/lo/compare/?countries=LA").text)[0]


def test_a_long_answer_is_set_as_text_and_a_long_number_as_a_figure(client: Client) -> None:
    provision("CN", 1_070_000_000, indicator=indicator("coverage-number", unit="persons"))
    provision("CN", indicator=words(), text_en="Social Insurance Law of 28 October 2010")
    html = client.get("/en/compare/?countries=CN").text
    assert re.search(r'<span class="v"[^>]*>1,070,000,000 persons</span>', html)
    assert re.search(r'<span class="v words"[^>]*>Social Insurance Law', html)


def test_the_csv_opens_with_everything_in_the_language_of_the_reader(client: Client) -> None:
    la = scheme("la-enterprise", name_lo="ຂະແໜງວິສາຫະກິດ")
    older = provision("LA", 5, scheme=la, as_of_precision="year")
    value = provision("LA", "5.5", scheme=la, supersedes=older, population_lo="ຜູ້ອອກແຮງງານ", note_en="=1+1")
    response = client.get("/lo/compare/?countries=LA,CN&format=csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "comparison-LA-CN.csv" in response["Content-Disposition"]
    assert response.content.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert {len(line) for line in table} == {19}
    current, replaced = table[1:]
    assert current[1:5] == ["employer-rate", "ອັດຕາເງິນສົມທົບຂອງຜູ້ໃຊ້ແຮງງານ", "LA", "ສປປ ລາວ"]
    assert current[5:8] == ["ຂະແໜງວິສາຫະກິດ", "5,5%", "5.5"]
    assert current[9:11] == ["ຜູ້ອອກແຮງງານ", "2017-01-01"]
    assert current[14] == "'=1+1"
    assert current[18] == f"http://testserver/lo/compare/provision/{value.uuid}/"
    assert (replaced[7], replaced[10]) == ("5", "2017")


@pytest.mark.parametrize("visitor", VISITORS)
def test_a_value_has_an_address_of_its_own_for_everybody(client_of: Callable[[str], Client], visitor: str) -> None:
    value = provision("LA", 6)
    html = client_of(visitor).get(f"/en/compare/provision/{value.uuid}/").text
    assert re.search(r'<p class="score"[^>]*>6%</p>', html)
    assert ("Edit this value" in html) == (visitor in ("editor", "administrator"))


def test_the_address_of_a_replaced_value_leads_to_the_current_one(client: Client) -> None:
    older = provision("TJ", 25)
    newer = provision("TJ", 20, supersedes=older)
    html = client.get(f"/en/compare/provision/{older.uuid}/").text
    assert "This value was replaced" in html
    assert newer.get_absolute_url() in html
    history = client.get(f"/en/compare/provision/{newer.uuid}/").text
    assert "History of this value" in history
    assert "This value was replaced" not in history


def test_the_page_of_a_value_names_the_others_of_its_cell(client: Client) -> None:
    value = provision("TJ", 20, population_en="Outside the budget")
    provision("TJ", 25, population_en="Budget institutions")
    html = client.get(f"/en/compare/provision/{value.uuid}/").text
    assert "Other values for this country" in html
    assert "Budget institutions" in html


def test_readers_learn_when_a_value_was_checked_but_not_by_whom(
    client_of: Callable[[str], Client], editor: Any
) -> None:
    value = provision("TJ", 20)
    Review.objects.create(provision=value, state="verified", by=editor)
    address = f"/en/compare/provision/{value.uuid}/"
    assert str(editor) not in client_of("stranger").get(address).text
    assert str(editor) in client_of("editor").get(address).text


def test_an_unknown_value_is_not_found(client: Client) -> None:
    assert client.get(f"/en/compare/provision/{uuid4()}/").status_code == 404


def test_more_values_cost_no_more_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    def fill(rows: int) -> None:
        for number in range(rows):
            row = indicator(f"row-{number}", label_en=f"Row {number}")
            for country in ("LA", "CN", "TJ"):
                old = provision(country, 5, indicator=row, scheme=scheme(f"{country}-x", country))
                provision(country, 6, indicator=row, supersedes=old)

    fill(2)
    client.get("/en/compare/")
    with django_assert_max_num_queries(8):
        client.get("/en/compare/")
    fill(12)
    with django_assert_max_num_queries(8):
        client.get("/en/compare/")
    value = Provision.objects.first()
    assert value is not None
    with django_assert_max_num_queries(8):
        client.get(value.get_absolute_url())


def test_search_engines_learn_of_the_comparison_once_it_holds_something(client: Client) -> None:
    assert "/lo/compare/" not in client.get("/sitemap.xml").text
    provision("LA", 6)
    assert "/lo/compare/" in client.get("/sitemap.xml").text
