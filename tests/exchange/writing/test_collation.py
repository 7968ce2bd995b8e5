import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.writing.collation import sort_key
from exchange.writing.fold import normalise_text
from tests.exchange.writing.samples import anything


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("lo", ["ກາ", "ກ່າ", "ກ້າ", "ເກ", "ແກ", "ຂາ", "ໃຂ", "ຄາ"]),
        ("lo", ["ງາ", "ຈາ", "ເສ", "ຊາ", "ຍາ", "ວາ", "ໜາ", "ໝາ", "ຫາ", "ອາ", "ຮາ"]),
        ("lo", ["ຈີນ", "ທາຈິກິສຖານ", "ລາວ"]),
        ("lo", ["ILO", "ກົດໝາຍ"]),
        ("zh-hans", ["重庆", "老挝", "塔吉克斯坦", "中国"]),
        ("zh", ["安全", "保险", "残疾", "工伤", "生育", "失业", "养老"]),
        ("zh", ["长沙", "成都", "行业", "机构", "行政"]),
        ("zh", ["ILO公约", "案例"]),
        ("en", ["apple", "Éclair", "Zebra"]),
        ("en", ["China", "Lao PDR", "Tajikistan"]),
        ("en", ["Resume", "Résumé", "Resumes"]),
    ],
)
def test_a_list_comes_in_the_order_of_its_readers(language: str, in_order: list[str]) -> None:
    mixed = random.Random(7).sample(in_order, len(in_order))  # noqa: S311  (no secret)
    assert sorted(mixed, key=lambda text: sort_key(text, language)) == in_order


@given(anything, anything, st.sampled_from(["lo", "zh-hans", "en"]))
def test_only_equal_texts_have_equal_keys(first: str, second: str, language: str) -> None:
    same = normalise_text(first) == normalise_text(second)
    assert (sort_key(first, language) == sort_key(second, language)) == same
