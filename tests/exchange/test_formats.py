"""Dates and numbers are written as the reader's country writes them."""

import datetime

import pytest
from django import forms
from django.template.defaultfilters import date, floatformat, time
from django.utils import formats, timesince, translation

DAY = datetime.datetime(2026, 11, 24, 14, 5)


@pytest.mark.parametrize(
    ("language", "written"),
    [("lo", "24 ພະຈິກ 2026"), ("en", "24 November 2026"), ("zh-hans", "2026年11月24日")],
)
def test_a_date_is_written_in_the_readers_language(language: str, written: str) -> None:
    with translation.override(language):
        assert date(DAY, "DATE_FORMAT") == written


@pytest.mark.parametrize(
    ("language", "written"), [("lo", "24/11/2026"), ("en", "24/11/2026"), ("zh-hans", "2026-11-24")]
)
def test_a_short_date(language: str, written: str) -> None:
    with translation.override(language):
        assert date(DAY, "SHORT_DATE_FORMAT") == written


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_the_day_has_24_hours(language: str) -> None:
    with translation.override(language):
        assert time(DAY, "TIME_FORMAT") == "14:05"


@pytest.mark.parametrize(
    ("language", "written"), [("lo", "1.234.567,5"), ("en", "1,234,567.5"), ("zh-hans", "1,234,567.5")]
)
def test_a_number_is_grouped_by_three(language: str, written: str) -> None:
    with translation.override(language):
        assert formats.number_format(1234567.5) == written
        assert floatformat(1234567.5, "1g") == written


def test_lao_knows_its_weekdays_months_and_halves_of_the_day() -> None:
    with translation.override("lo"):
        assert date(DAY, "l, j F Y") == "ວັນອັງຄານ, 24 ພະຈິກ 2026"
        assert date(DAY, "D j N E M b") == "ອັງຄານ 24 ພ.ຈ. ພະຈິກ ພ.ຈ. ພ.ຈ."
        assert date(DAY, "A") == "ຫຼັງທ່ຽງ"


def test_lao_tells_how_long_ago_something_was() -> None:
    with translation.override("lo"):
        assert timesince.timesince(DAY, DAY + datetime.timedelta(days=3, hours=2)) == "3\xa0ມື້, 2\xa0ຊົ່ວໂມງ"


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_a_browsers_date_field_gets_and_gives_the_iso_form(language: str) -> None:
    with translation.override(language):
        field = forms.DateField(localize=True)
        assert field.widget.format_value(DAY.date()) == "2026-11-24"
        assert field.clean("2026-11-24") == DAY.date()


def test_a_lao_trainer_may_type_the_day_first() -> None:
    with translation.override("lo"):
        assert forms.DateField().clean("24/11/2026") == DAY.date()
