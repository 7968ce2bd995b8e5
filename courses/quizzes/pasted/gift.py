r"""The part of Moodle's GIFT that has a place here.

Understood: ``::title::``, ``[html]`` marks, ``{=right ~wrong #feedback ####why}``, ``~%50%…`` weights,
``{T}`` ``{F}``, ``{=item -> partner}``, ``{#4.5:0.1}``, ``{#1..5}``, a gap inside the sentence, ``//`` comments,
``\~ \= \# \{ \} \: \n``. Refused with a reason: short answers and essays, which no computer grades fairly.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from courses.quizzes.checking import Problem
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft
from courses.quizzes.kinds import Kind
from courses.quizzes.pasted.lines import Found

#: Escaped characters sleep in a private-use area while the marks are looked for.
_SLEEP = {char: chr(0xE000 + place) for place, char in enumerate("~=#{}:\\")}
_WAKE = str.maketrans({sleeping: char for char, sleeping in _SLEEP.items()})
_ANSWERS = re.compile(r"\{(?P<inside>[^{}]*)\}", re.DOTALL)
_ITEM = re.compile(r"(?P<mark>[=~])\s*(?:%(?P<weight>-?\d+(?:\.\d+)?)%)?(?P<rest>[^=~]*)", re.DOTALL)
_GAP = "_____"


def read(text: str, language: str) -> Found:
    """Read GIFT; questions are separated by an empty line."""
    found = Found()
    for line, block in _blocks(text):
        outcome = _question(block, line, language)
        if isinstance(outcome, QuestionDraft):
            found.drafts.append(outcome)
        else:
            found.problems.append(outcome)
    return found


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    gathered: list[str] = []
    start = 0
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        kept = line.strip()
        if kept.startswith(("//", "$CATEGORY:")):
            continue
        open_answers = "\n".join(gathered).count("{") > "\n".join(gathered).count("}")
        if kept:
            start = start or number
            gathered.append(_asleep(kept))
        elif gathered and not open_answers:
            yield start, "\n".join(gathered)
            gathered, start = [], 0
    if gathered:
        yield start, "\n".join(gathered)


def _asleep(text: str) -> str:
    text = re.sub(r"\\([~=#{}:\\])", lambda hit: _SLEEP[hit[1]], text)
    return text.replace("\\n", " ")


def _awake(text: str) -> str:
    return " ".join(text.translate(_WAKE).split())


def _question(block: str, line: int, language: str) -> QuestionDraft | Problem:
    block = re.sub(r"^::.*?::", "", block, count=1, flags=re.DOTALL)
    block = re.sub(r"^\s*\[(?:html|moodle|plain|markdown)\]", "", block)
    answers = _ANSWERS.search(block)
    if not answers:
        return Problem(message=_("The answers in braces { … } are missing or not closed."), line=line)
    before, after = block[: answers.start()], block[answers.end() :]
    gap = f" {_GAP} " if after.strip() else ""
    text = {language: _awake(before + gap + after)}
    inside, _mark, why = answers["inside"].strip().partition("####")
    explanation = {language: _awake(why)} if why.strip() else {}
    inside = inside.strip()
    truth = re.fullmatch(r"(T|TRUE|F|FALSE)\s*((?:#[^#]*){0,2})", inside, re.IGNORECASE | re.DOTALL)
    if truth:
        choices = _truth(truth[1].upper().startswith("T"), truth[2], language)
        return QuestionDraft(kind=Kind.TRUE_FALSE, text=text, explanation=explanation, choices=choices, line=line)
    if inside.startswith("#"):
        return _number(inside[1:], text, explanation, line)
    return _items(inside, text, explanation, line, language)


def _truth(is_true: bool, feedback: str, language: str) -> list[ChoiceDraft]:
    """Both choices. GIFT gives feedback for the wrong answer first, for the right one second."""
    wrong, right = [_awake(part) for part in [*feedback.split("#")[1:], "", ""][:2]]
    with override(language):
        words = {True: gettext("True"), False: gettext("False")}
    return [
        ChoiceDraft(
            text={language: words[value]},
            is_right=value == is_true,
            feedback={language: right if value == is_true else wrong},
        )
        for value in (True, False)
    ]


def _number(inside: str, text: dict[str, str], explanation: dict[str, str], line: int) -> QuestionDraft | Problem:
    plain = inside.split("#")[0].strip()
    try:
        if ".." in plain:
            low, high = (Decimal(part.strip()) for part in plain.split("..", 1))
            value, tolerance = (low + high) / 2, abs(high - low) / 2
        else:
            number, _colon, spread = plain.partition(":")
            value, tolerance = Decimal(number.strip()), Decimal(spread.strip() or 0)
    except InvalidOperation:
        return Problem(message=_("The number is not readable; GIFT writes 4500000.5, also in Lao."), line=line)
    return QuestionDraft(
        kind=Kind.NUMERIC, text=text, explanation=explanation, numeric_value=value, tolerance=tolerance, line=line
    )


def _items(
    inside: str, text: dict[str, str], explanation: dict[str, str], line: int, language: str
) -> QuestionDraft | Problem:
    items = list(_ITEM.finditer(inside))
    if not items:
        return Problem(message=_("Essays cannot be graded here: give choices, pairs or a number."), line=line)
    pairs = all(item["mark"] == "=" and "->" in item["rest"] for item in items)
    weighted = any(item["weight"] for item in items)
    if not pairs and not weighted and all(item["mark"] == "=" for item in items):
        return Problem(message=_("Short answers cannot be graded here: give choices, pairs or a number."), line=line)
    choices = [_pair(item, language) if pairs else _choice(item, language) for item in items]
    right = sum(choice.is_right for choice in choices)
    kind = Kind.MATCHING if pairs else Kind.MULTIPLE if right > 1 else Kind.SINGLE
    return QuestionDraft(kind=kind, text=text, explanation=explanation, choices=choices, line=line)


def _choice(item: "re.Match[str]", language: str) -> ChoiceDraft:
    words, _hash, feedback = item["rest"].partition("#")
    right = Decimal(item["weight"]) > 0 if item["weight"] else item["mark"] == "="
    comment = {language: _awake(feedback)} if feedback.strip() else {}
    return ChoiceDraft(text={language: _awake(words)}, is_right=right, feedback=comment)


def _pair(item: "re.Match[str]", language: str) -> ChoiceDraft:
    left, _arrow, right = item["rest"].partition("->")
    return ChoiceDraft(text={language: _awake(left)}, match={language: _awake(right)})
