import pytest
from hypothesis import given

from exchange.writing.breaks import ZERO_WIDTH_SPACE, breakable, breakable_html, with_wbr
from exchange.writing.clusters import clusters
from tests.exchange.writing.samples import anything, lao


def shown(text: str) -> str:
    return text.replace(ZERO_WIDTH_SPACE, "|")


def test_lao_gets_a_break_between_words_and_nothing_else_does() -> None:
    assert shown(breakable("ປະກັນສັງຄົມແມ່ນສິດ of everyone 社会保障")) == "ປະກັນສັງຄົມ|ແມ່ນ|ສິດ of everyone 社会保障"


@pytest.mark.parametrize("text", ["ຕ່າງໆ", "ຂວັນຯ", "(ລາວ)", "ລາວ, ຈີນ.", "“ລາວ”", "ລາວ໌"])
def test_signs_that_close_a_word_never_begin_a_line(text: str) -> None:
    assert shown(breakable(text)) == text


@given(anything)
def test_without_the_added_breaks_it_is_the_text_again(text: str) -> None:
    plain = text.replace(ZERO_WIDTH_SPACE, "")
    assert breakable(plain).replace(ZERO_WIDTH_SPACE, "") == plain
    assert f"{ZERO_WIDTH_SPACE}ໆ" not in breakable(plain)
    assert f"{ZERO_WIDTH_SPACE}ຯ" not in breakable(plain)


@given(lao)
def test_no_break_tears_a_cluster(text: str) -> None:
    whole = clusters(text)
    for part in breakable(text).split(ZERO_WIDTH_SPACE):
        assert clusters(part) == whole[: len(clusters(part))]
        whole = whole[len(clusters(part)) :]


def test_only_what_is_read_is_touched_in_html() -> None:
    html = (
        "<!-- ສັງຄົມດີ --><title>ສັງຄົມດີ</title>"
        "<p title=\"ສັງຄົມດີ > a\" class='ສັງຄົມດີ'>ສັງຄົມດີ &lt;&amp; <b>ລາວດີ</b> 3 < 4 ລາວດີ</p>"
        "<PRE>ສັງຄົມດີ</PRE><p><code>ສັງຄົມດີ</code></p><style>/* ສັງຄົມດີ */</style>"
    )
    assert shown(breakable_html(html)) == html.replace(">ສັງຄົມດີ &lt;", ">ສັງຄົມ|ດີ &lt;").replace("ລາວດີ", "ລາວ|ດີ")


@given(anything)
def test_html_without_the_added_breaks_is_the_html_again(html: str) -> None:
    plain = html.replace(ZERO_WIDTH_SPACE, "")
    assert breakable_html(plain).replace(ZERO_WIDTH_SPACE, "") == plain


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("失业保险待遇与公约", "失业保险待遇<wbr>与<wbr>公约"),
        ("劳动者的权利", "劳动者的<wbr>权利"),
        ("熊猫玩具", "熊猫玩具"),
        ("ແຮງງານນອກລະບົບ", "ແຮງງານ<wbr>ນອກລະບົບ"),
        ("A & B <i>", "A &amp; B &lt;i&gt;"),
        ("", ""),
    ],
)
def test_headings_break_between_words(heading: str, expected: str) -> None:
    assert with_wbr(heading) == expected


def test_a_caller_can_add_terms_to_headings() -> None:
    assert with_wbr("熊猫玩具", {"熊猫"}) == "熊猫<wbr>玩具"


@given(anything)
def test_headings_are_escaped(text: str) -> None:
    assert "<" not in with_wbr(text).replace("<wbr>", "")
