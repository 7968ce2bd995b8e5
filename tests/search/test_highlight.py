"""Marks stand on raw text, in every script, and are safe HTML."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.highlight import marked

ALPHABET = st.sampled_from("ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮະາິີຶືຸູເແໂໃໄ່້໊໋ົໍຳໜໝຽ养老金失业保险社会 abcdefg<>&\"'0123456789\n.,")
TEXTS = st.text(ALPHABET, max_size=80)


@given(TEXTS, TEXTS)
def test_marking_changes_nothing_but_the_marks(text: str, query: str) -> None:
    html = marked(text, query)
    bare = unescape(re.sub("</?mark>", "", html))
    assert " ".join(bare.split()) == " ".join(text.split())


@given(TEXTS, TEXTS)
def test_marks_are_balanced_and_nothing_else_is_a_tag(text: str, query: str) -> None:
    html = marked(text, query)
    assert set(re.findall(r"<[^>]*>", html)) <= {"<mark>", "</mark>"}
    assert html.count("<mark>") == html.count("</mark>")


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("ຜູ້ໃຊ້ແຮງງານຈ່າຍເງິນສົມທົບທຸກເດືອນ", "ເງິນສົມທົບ", "<mark>ເງິນສົມທົບ</mark>"),
        ("职工应当参加失业保险，由用人单位缴费", "失业保险", "<mark>失业保险</mark>"),
        ("A pension is paid.", "PENSION", "<mark>pension</mark>"),
        ("ຫນ້າທີ່ ແລະ ໜ້າທີ່", "ໜ້າທີ່", "<mark>ຫນ້າທີ່</mark>"),
    ],
)
def test_the_words_of_the_question_are_marked_whole(text: str, query: str, expected: str) -> None:
    assert expected in marked(text, query)


def test_a_lone_character_beside_longer_words_is_marked_only_where_all_stand_together() -> None:
    text = "男性满 25 年；满 5 年可领最低养老金"
    assert marked(text, "满 5 年可领最低养老金") == "男性满 25 年；<mark>满 5 年可领最低养老金</mark>"
    assert marked("满 25 年", "满") == "<mark>满</mark> 25 年"


def test_an_empty_question_marks_nothing() -> None:
    assert "<mark>" not in marked("any text", "")
