"""What the readers of pasted text share: letters of choices in three scripts, and what they hand back."""

import re
from dataclasses import dataclass, field

from courses.quizzes.checking import Problem
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft
from courses.quizzes.kinds import Kind

#: Lao numbering letters in the order officials use them: ກ ຂ ຄ ງ …
LAO_LETTERS = "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ"
CHINESE_LETTERS = "甲乙丙丁戊己庚辛壬癸"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_FULL_WIDTH = {ord("Ａ") + step: chr(ord("A") + step) for step in range(26)}
_FULL_WIDTH |= {ord("ａ") + step: chr(ord("a") + step) for step in range(26)}

LETTER = rf"[A-Za-zＡ-Ｚａ-ｚ{LAO_LETTERS}{CHINESE_LETTERS}]"
#: "a)", "B.", "ກ)", "甲、", "(c)", "①": a letter and its bracket or stop.
MARK = rf"(?:[(（]?(?P<letter>{LETTER})\s*[).、．）:：]|(?P<circled>[{CIRCLED}]))"

TRUE_WORDS = frozenset({"true", "yes", "ຖືກ", "ຖືກຕ້ອງ", "ແມ່ນ", "对", "正确", "是", "верно", "дуруст"})
FALSE_WORDS = frozenset({"false", "no", "ຜິດ", "ບໍ່ຖືກຕ້ອງ", "ບໍ່ແມ່ນ", "错", "错误", "不正确", "否", "неверно", "нодуруст"})


@dataclass
class Found:
    """What one reader hands back: drafts as they stand, complaints about lines it could not read."""

    drafts: list[QuestionDraft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def number_of(letter: str) -> int:
    """Give the place of a choice letter from 0: a, A, Ａ, ກ, 甲 and ① are all 0; -1 if it is none."""
    plain = letter.translate(_FULL_WIDTH).lower()
    for alphabet in ("abcdefghijklmnopqrstuvwxyz", LAO_LETTERS, CHINESE_LETTERS, CIRCLED):
        if plain and plain in alphabet:
            return alphabet.index(plain)
    return -1


def without_number(text: str) -> str:
    """Take a leading question number off: "3.", "໓)", "第3题", "Q3:", "ຄຳຖາມ 3:"."""
    lead = r"^\s*(?:(?:Q|Question|ຄຳຖາມ(?:ທີ)?|问题|题目)\s*)?\d+\s*[.)、．）:：]\s*|^\s*第\s*\d+\s*题\s*[.、：:]?\s*"
    bare = r"^\s*(?:Q|Question|ຄຳຖາມ|问题|题目)\s*[:：]\s*"
    return re.sub(f"{lead}|{bare}", "", text, count=1).strip()


def picked_kind(choices: list[ChoiceDraft], language: str) -> Kind:
    """Say which of the three picking kinds the choices make: by their number of right ones and their words."""
    said = {choice.text.get(language, "").strip(" .。").casefold() for choice in choices}
    if len(choices) == 2 and said & TRUE_WORDS and said & FALSE_WORDS:
        return Kind.TRUE_FALSE
    return Kind.MULTIPLE if sum(choice.is_right for choice in choices) > 1 else Kind.SINGLE
