import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.writing.fold import fold
from exchange.writing.numerals import (
    chinese_number,
    common_era,
    plain_numbers,
    plain_numbers_with_offsets,
)
from tests.exchange.writing.samples import anything


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "1,000 or 1,234,567.5", "1000 or 1234567.5"),
        ("en", "1.234", "1.234"),
        ("en", "2,5", "2,5"),
        ("en", "thirty-five of ninety; the one", "35 of 90; the one"),
        ("en", "1.5 million", "1500000"),
        ("en", "16 per cent and 16 percent and 16 %", "16% and 16% and 16%"),
        ("en", "twenty per cent", "20%"),
        ("lo", "1.000 ກີບ", "1000 ກີບ"),
        ("lo", "1.234.567,891", "1234567.891"),
        ("lo", "1,000 ກີບ", "1000 ກີບ"),
        ("lo", "0,125", "0,125"),
        ("lo", "5,5%", "5.5%"),
        ("lo", "໑໖ ສ່ວນຮ້ອຍ", "16%"),
        ("lo", "16 ເປີເຊັນ, ຮ້ອຍລະ 16", "16%, 16%"),
        ("lo", "2,5 ລ້ານກີບ", "2500000ກີບ"),
        ("lo", "ລ້ານຊ້າງ", "ລ້ານຊ້າງ"),
        ("zh-hans", "三十五", "35"),
        ("zh", "12万", "120000"),
        ("zh", "3.5亿", "350000000"),
        ("zh", "第一百零二号", "第102号"),
        ("zh", "二〇二五年", "2025年"),
        ("zh", "百分之十六", "16%"),
        ("zh", "百分之五点五", "5.5%"),
        ("zh", "百分之16", "16%"),
        ("zh", "１６％", "16%"),
        ("zh", "１，０００元", "1000元"),
        ("zh", "统一的一般规定十分重要", "统一的一般规定十分重要"),
        ("tg", "1.000", "1.000"),
    ],
)
def test_figures_get_one_writing(language: str, text: str, expected: str) -> None:
    assert plain_numbers(text, language) == expected


@pytest.mark.parametrize("percentage", [("en", "16%"), ("zh", "百分之十六"), ("lo", "16 ສ່ວນຮ້ອຍ")])
def test_a_percentage_is_the_same_in_every_language(percentage: tuple[str, str]) -> None:
    language, text = percentage
    assert plain_numbers(text, language) == "16%"


@pytest.mark.parametrize("written", ["ພ.ສ. 2561", "ພ.ສ 2561", "ພຸດທະສັກກະລາດ 2561", "ພຸດທະສັກກະຣາດ ໒໕໖໑"])
def test_a_buddhist_year_is_found_by_its_common_year_too(written: str) -> None:
    assert plain_numbers(written, "lo").endswith("2561 2018")
    assert plain_numbers(fold(written), "lo").endswith("2561 2018")


@pytest.mark.parametrize("text", ["ຄ.ສ. 2018", "2561 ຄົນ", "ພ.ສ. 25611", "ພ.ສ. 2361", "maybe 2450"])
def test_other_years_and_numbers_stay(text: str) -> None:
    assert plain_numbers(text, "lo") == text


@pytest.mark.parametrize(("buddhist", "common"), [(2561, 2018), (2569, 2026), (2443, 1900)])
def test_the_buddhist_era_is_543_years_ahead(buddhist: int, common: int) -> None:
    assert common_era(buddhist) == common


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("二十", 20), ("一百零五", 105), ("两万", 20_000), ("一亿二千万", 120_000_000), ("一九五二", 1952)],
)
def test_chinese_numbers_have_their_value(text: str, value: int) -> None:
    assert chinese_number(text) == value


def test_what_is_no_chinese_number_is_refused() -> None:
    with pytest.raises(ValueError, match="一般"):
        chinese_number("一般")


@given(st.integers(min_value=1000, max_value=999_999_999))
def test_a_grouped_number_is_found_by_its_digits(number: int) -> None:
    grouped = f"{number:,}"
    assert plain_numbers(grouped, "en") == plain_numbers(grouped, "zh") == str(number)
    assert plain_numbers(grouped.replace(",", "."), "lo") == str(number)


@given(anything, st.sampled_from(["lo", "en", "zh-hans", "ru"]))
def test_the_way_back_is_whole(text: str, language: str) -> None:
    plain = plain_numbers_with_offsets(text, language)
    assert plain.text == plain_numbers(text, language)
    assert list(plain.offsets) == sorted(plain.offsets)
    assert plain.offsets[-1] == len(text)
