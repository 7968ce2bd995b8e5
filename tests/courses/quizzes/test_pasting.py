from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from courses.quizzes.drafts import QuestionDraft
from courses.quizzes.pasting import Mismatch, Parsed, compare_shape, guess_format, parse

PLAIN = {
    "en": """1. On what are contributions computed?
a) The rent
*b) Insurable earnings
# Right: up to the ceiling.
> The law sets a ceiling.

2. Which are branches?
a) Maternity *
b) Lottery
c) Old age *
""",
    "lo": """໑. ຄິດໄລ່ເງິນສົມທົບຈາກຫຍັງ?
ກ) ຄ່າເຊົ່າ
*ຂ) ລາຍຮັບປະກັນ
# ຖືກ: ຮອດເພດານ.
> ກົດໝາຍກຳນົດເພດານ.

໒. ຂໍ້ໃດແມ່ນສາຂາ?
ກ. ການເກີດລູກ ✓
ຂ. ຫວຍ
ຄ. ຊະລາພາບ ✓
""",
    "zh-hans": """第1题 缴费按什么计算？
Ａ、房租
＊Ｂ、缴费基数
# 对：以上限为限。
> 法律规定了上限。

2．哪些属于险种？
甲、生育 *
乙、彩票
丙、养老 *
""",
}


def only(parsed: Parsed) -> QuestionDraft:
    assert [str(problem) for problem in parsed.problems if problem.is_error] == []
    (draft,) = parsed.drafts
    return draft


def right(draft: QuestionDraft) -> list[bool]:
    return [choice.is_right for choice in draft.choices]


@pytest.mark.parametrize("language", ["en", "lo", "zh-hans"])
def test_plain_lists_are_read_in_three_scripts(language: str) -> None:
    parsed = parse(PLAIN[language], language=language)
    assert parsed.format == "plain"
    assert parsed.is_clean
    one, several = parsed.drafts
    assert (one.kind, right(one), one.line) == ("single", [False, True], 1)
    assert (several.kind, right(several), several.line) == ("multiple", [True, False, True], 7)
    assert not one.text[language][0].isdigit()
    assert one.choices[1].feedback[language]
    assert one.explanation[language]
    assert "*" not in "".join(choice.text[language] for choice in several.choices)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Is it so?\n*a) True\nb) False"), ("lo", "ແມ່ນບໍ?\n*ກ) ຖືກ\nຂ) ຜິດ"), ("zh-hans", "是吗？\n*A、对\nB、错")],
)
def test_two_choices_true_and_false_make_true_false(language: str, text: str) -> None:
    assert only(parse(text, language=language)).kind == "true-false"


@pytest.mark.parametrize(
    ("language", "line", "value"),
    [
        ("lo", "= 4.500.000 ± 500", 4_500_000),
        ("en", "= 4,500,000 +/- 500", 4_500_000),
        ("zh-hans", "＝ 450万 ± 500", 4_500_000),
    ],
)
def test_a_number_is_asked_for_by_an_equal_sign(language: str, line: str, value: int) -> None:
    draft = only(parse(f"Ceiling?\n{line}", language=language))
    assert (draft.kind, draft.numeric_value, draft.tolerance) == ("numeric", Decimal(value), Decimal(500))


def test_arrows_in_every_choice_make_matching_and_in_one_only_words() -> None:
    pairs = only(parse("Who pays?\na) Employer -> 6 %\nb) Employee → 5.5 %", language="en"))
    assert (pairs.kind, [choice.match["en"] for choice in pairs.choices]) == ("matching", ["6 %", "5.5 %"])
    words = only(parse("Which way?\n*a) Up -> down\nb) Down", language="en"))
    assert (words.kind, words.choices[0].text["en"]) == ("single", "Up → down")


def test_a_question_may_run_over_several_lines() -> None:
    assert (
        only(parse("One line\nand another?\n*a) Yes\nb) Perhaps", language="en")).text["en"] == "One line and another?"
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Fine?\n*a) One\nb) Two\n\nBad?\na) One\nb) Two", 5, "right answer"),
        ("a) A choice first", 1, "before any question"),
        ("Ceiling?\n= about four", 2, "not a number"),
        ("Alone?\n*a) One", 1, "two choices"),
        ("What?\n# feedback", 2, "before any choice"),
    ],
)
def test_every_complaint_names_its_line(text: str, line: int, words: str) -> None:
    with override("en"):
        problem = next(problem for problem in parse(text, language="en").problems if problem.is_error)
        assert problem.line == line
        assert words in str(problem)


def test_a_bad_question_does_not_take_the_good_one_with_it() -> None:
    parsed = parse("Bad?\na) One\nb) Two\n\nGood?\n*a) One\nb) Two", language="en")
    assert [draft.line for draft in parsed.drafts] == [5]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Who pays?\nA. Nobody\nB. The employer\nANSWER: B"),
        ("lo", "ໃຜຈ່າຍ?\nກ. ບໍ່ມີໃຜ\nຂ. ນາຍຈ້າງ\nຄຳຕອບ: ຂ"),
        ("zh-hans", "谁缴费？\nＡ．无人\nＢ．用人单位\n答案：Ｂ"),
    ],
)
def test_aiken_is_recognised_and_read(language: str, text: str) -> None:
    parsed = parse(text, language=language)
    assert parsed.format == "aiken"
    assert right(only(parsed)) == [False, True]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Who?\nA. One\nB. Two\nANSWER: C", 4, "does not have"),
        ("Who?\nA. One\nB. Two\n\nWhat?\nA. x\nB. y\nANSWER: A", 5, "Expected a choice"),
        ("What?\nA. x\nB. y\nANSWER: A\nLast?\nA. x\nB. y", 5, "missing"),
        ("ANSWER: A", 1, "without a question"),
    ],
)
def test_aiken_complains_by_line(text: str, line: int, words: str) -> None:
    with override("en"):
        problems = [problem for problem in parse(text, language="en").problems if problem.is_error]
        assert (problems[0].line, words in str(problems[0])) == (line, True)


GIFT = r"""// a comment
$CATEGORY: basics

::Q1:: Who pays\: the employer? {
  =Yes #well done
  ~No #think again
  ####Because of the law.
}

Which are branches? {~%50%Maternity ~%50%Old age ~%-100%Lottery}

The fund is tripartite.{T#wrong#right}

Who pays what? {=Employer -> 6 % =Employee -> 5.5 %}

The ceiling? {#4500000:500}

Between? {#1..5}

The {=ceiling ~floor} is 4,500,000.
"""


def test_gift_is_recognised_and_read() -> None:
    parsed = parse(GIFT, language="en")
    assert parsed.format == "gift"
    assert parsed.is_clean
    kinds = [draft.kind for draft in parsed.drafts]
    assert kinds == ["single", "multiple", "true-false", "matching", "numeric", "numeric", "single"]
    first, several, truth, pairs, number, between, gap = parsed.drafts
    assert (first.text["en"], first.line) == ("Who pays: the employer?", 4)
    assert (first.choices[0].feedback["en"], first.explanation["en"]) == ("well done", "Because of the law.")
    assert right(several) == [True, True, False]
    assert (right(truth), truth.choices[0].feedback["en"]) == ([True, False], "right")
    assert pairs.choices[1].match["en"] == "5.5 %"
    assert (number.numeric_value, number.tolerance) == (Decimal(4_500_000), Decimal(500))
    assert (between.numeric_value, between.tolerance) == (Decimal(3), Decimal(2))
    assert gap.text["en"] == "The _____ is 4,500,000."


@pytest.mark.parametrize("language", ["lo", "zh-hans"])
def test_gift_in_other_scripts(language: str) -> None:
    text = {"lo": "ໃຜຈ່າຍ? {=ນາຍຈ້າງ ~ລູກຈ້າງ}", "zh-hans": "谁缴费？{=用人单位 ~职工}"}[language]
    assert right(only(parse(text, language=language))) == [True, False]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Fine {=a ~b}\n\nName it {=ceiling}", 3, "Short answers"),
        ("Write {}", 1, "Essays"),
        ("How much? {#many}", 1, "not readable"),
        ("Fine {=a ~b}\n\nNot closed {=a ~b", 3, "braces"),
    ],
)
def test_gift_refuses_with_a_reason(text: str, line: int, words: str) -> None:
    with override("en"):
        problems = [problem for problem in parse(text, language="en").problems if problem.is_error]
        assert (problems[0].line, words in str(problems[0])) == (line, True)


def test_advice_is_given_but_does_not_refuse() -> None:
    text = "Which?\n*a) The very long and carefully worded right answer\nb) Short\nc) All of the above"
    parsed = parse(text, language="en")
    assert parsed.is_clean
    assert len(parsed.problems) == 3


def test_nothing_and_too_much_are_said() -> None:
    assert not parse("  \n", language="lo").is_clean
    assert not parse("x" * 200_001, language="lo").is_clean


def test_a_translation_is_compared_by_order_and_number_of_choices() -> None:
    assert compare_shape(expected=[3, 0, 4], given=[3, 0, 4]) == []
    assert compare_shape(expected=[3, 4], given=[3, 2, 2]) == [
        Mismatch(number=2, expected=4, given=2),
        Mismatch(number=3, expected=-1, given=2),
    ]


@given(st.text(alphabet="ab*)#>={}~-:.\n %ກຂ甲、1AN SWER", max_size=80), st.sampled_from(["lo", "en", "zh-hans"]))
def test_no_text_whatever_breaks_the_readers(text: str, language: str) -> None:
    guess_format(text)
    for chosen in ("plain", "aiken", "gift"):
        parsed = parse(text, language=language, format=chosen)
        assert all(problem.line >= 0 for problem in parsed.problems)
