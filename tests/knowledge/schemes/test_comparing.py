"""The grid: what stands, what was replaced, what contradicts, what differs."""

import datetime

import pytest

from knowledge.schemes.comparing import Row, grid
from knowledge.schemes.models import Provision
from knowledge.schemes.reading import comparable_countries, indicators, provisions_of
from tests.factories.schemes import indicator, provision, scheme, words


def rows(branch: str = "", *, differing: bool = False) -> dict[str, Row]:
    """The rows of the grid over all countries, by code."""
    countries = sorted(comparable_countries(), key=lambda country: country.code)
    sections = grid(
        countries=countries,
        indicators=indicators(),
        provisions=provisions_of(countries),
        branch=branch,
        differing=differing,
    )
    return {row.indicator.code: row for section in sections for row in section.rows}


def numbers(row: Row) -> list[list[int]]:
    """The figures of each cell, in the order of the columns: China, Lao PDR, Tajikistan."""
    return [[int(value.provision.number or 0) for value in cell.values] for cell in row.cells]


def test_a_country_without_a_value_has_an_empty_cell() -> None:
    provision("LA", 6)
    assert numbers(rows()["employer-rate"]) == [[], [6], []]


def test_a_row_without_any_value_is_shown_empty() -> None:
    indicator("ceiling")
    assert numbers(rows()["ceiling"]) == [[], [], []]


def test_a_replaced_value_stands_under_the_one_that_replaced_it() -> None:
    first = provision("TJ", 25, as_of=datetime.date(2018, 1, 1))
    second = provision("TJ", 23, as_of=datetime.date(2020, 1, 1), supersedes=first)
    provision("TJ", 20, as_of=datetime.date(2022, 1, 1), supersedes=second)
    (value,) = rows()["employer-rate"].cells[2].values
    assert value.provision.number == 20
    assert [older.number for older in value.earlier] == [23, 25]


def test_a_circle_in_the_data_does_not_hang_the_page() -> None:
    first = provision(number=5)
    second = provision(number=6, supersedes=first)
    Provision.objects.filter(pk=first.pk).update(supersedes=second)
    assert numbers(rows()["employer-rate"]) == [[], [], []]


def test_values_that_contradict_each_other_stand_together_and_the_cell_says_so() -> None:
    law = words()
    provision("LA", indicator=law, text_en="27 June 2018")
    provision("LA", indicator=law, text_en="27 March 2018")
    cell = rows()["legal-basis"].cells[1]
    assert len(cell.values) == 2
    assert cell.disagree


def test_values_for_different_people_do_not_contradict_each_other() -> None:
    provision("TJ", 20, population_en="Outside the budget")
    provision("TJ", 25, population_en="Budget institutions")
    cell = rows()["employer-rate"].cells[2]
    assert len(cell.values) == 2
    assert not cell.disagree


def test_two_sources_that_agree_do_not_contradict_each_other() -> None:
    provision("LA", 6)
    provision("LA", 6, source_text_en="Another guideline")
    assert not rows()["employer-rate"].cells[1].disagree


def test_only_differing_rows_leaves_out_what_all_say_alike() -> None:
    for country in ("LA", "CN", "TJ"):
        provision(country, 6)
        provision(country, indicator=words("unemployment"), text_en="Yes" if country != "TJ" else "  YES ")
    provision("LA", 12, indicator=indicator("employee-rate"))
    indicator("nobody-knows")
    assert set(rows(differing=True)) == {"employee-rate"}
    assert set(rows()) == {"employer-rate", "employee-rate", "unemployment", "nobody-knows"}


def test_a_branch_hides_rows_and_schemes_of_other_branches_and_keeps_the_general() -> None:
    indicator("maternity-days", branches=["maternity"])
    general = provision("CN", 5)
    provision("CN", 16, scheme=scheme("cn-old-age", "CN", branches=["old-age"]), population_en="pension")
    provision("CN", 1, scheme=scheme("cn-injury", "CN", branches=["employment-injury"]), population_en="injury")
    shown = rows("old-age")
    assert set(shown) == {"employer-rate"}
    assert sorted(numbers(shown["employer-rate"])[0]) == [5, 16]
    assert general.scheme is None


def test_a_replaced_value_does_not_come_back_when_its_successor_is_of_another_branch() -> None:
    older = provision("CN", 20)
    provision("CN", 1, scheme=scheme("cn-injury", "CN", branches=["employment-injury"]), supersedes=older)
    assert numbers(rows("old-age")["employer-rate"])[0] == []


@pytest.mark.parametrize(("largest", "scale"), [(20, 25), (25, 25), (26, 50), (87, 100), (150, None)])
def test_bars_of_a_row_share_one_scale_that_fits_the_largest(largest: int, scale: int | None) -> None:
    provision("LA", 2)
    provision("CN", largest)
    assert rows()["employer-rate"].scale == scale


def test_counts_of_people_get_no_bars() -> None:
    provision("CN", 1_070_000_000, indicator=indicator("coverage-number", unit="persons"))
    assert rows()["coverage-number"].scale is None
