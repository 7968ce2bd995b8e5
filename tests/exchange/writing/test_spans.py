import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.writing.spans import html_with_languages, with_languages


@pytest.mark.parametrize(
    ("language", "text", "html"),
    [
        ("zh-hans", "ຜູ້ປະກັນຕົນ 是参保人", '<span lang="lo">ຜູ້ປະກັນຕົນ</span> 是参保人'),
        ("en", "baht & 元", 'baht &amp; <span lang="zh-hans">元</span>'),
        ("lo", "ຕາມ ILO 102", "ຕາມ ILO 102"),
    ],
)
def test_words_of_another_script_carry_their_language(language: str, text: str, html: str) -> None:
    assert with_languages(text, language) == html


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from(["lo", "en", "zh-hans"]))
def test_what_is_read_stays_the_same_and_markup_is_escaped(text: str, language: str) -> None:
    html = with_languages(text, language)
    assert unescape(re.sub(r'<span lang="[a-z-]+">|</span>', "", html)) == unescape(escape(text))
    assert not re.search(r"<(?!span lang=|/span>)", html)


def test_in_html_only_the_texts_are_marked() -> None:
    html = '<p title="工伤">In Chinese 工伤 &amp; Lao <b>ລາວ</b> &lt; 3</p>'
    marked = html_with_languages(html, "en")
    assert marked == (
        '<p title="工伤">In Chinese <span lang="zh-hans">工伤</span> &amp; Lao <b><span lang="lo">ລາວ</span></b> &lt; 3</p>'
    )


def test_html_of_one_language_is_left_alone() -> None:
    html = "<p>ກົດໝາຍ &nbsp; ILO</p>"
    assert html_with_languages(html, "lo") is html
