"""A question before it is stored: what a trainer typed, pasted or imported, in any number of languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from courses.quizzes.kinds import Kind

#: Language code → text. A missing code and an empty text mean the same.
Texts = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class ChoiceDraft:
    """One choice; ``match`` is its right partner (matching), ``right_position`` its place from 1 (ordering).

    A draft with the ``uuid`` of a stored choice means that choice, so that a correction keeps the answers
    that were given to it.
    """

    text: Texts = field(default_factory=dict)
    feedback: Texts = field(default_factory=dict)
    match: Texts = field(default_factory=dict)
    is_right: bool = False
    right_position: int | None = None
    uuid: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionDraft:
    """A whole question. ``line`` is where it began in pasted text, 0 when it was not pasted."""

    kind: str
    text: Texts
    explanation: Texts = field(default_factory=dict)
    choices: Sequence[ChoiceDraft] = ()
    points: int = 1
    numeric_value: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    unit: Texts = field(default_factory=dict)
    line: int = 0


def languages_of(texts: Texts) -> set[str]:
    """Return the languages in which something is written."""
    return {language for language, text in texts.items() if text.strip()}


def first_text(texts: Texts, language: str = "") -> str:
    """Return the text in ``language``, else the first that is written, else nothing."""
    wanted = texts.get(language, "").strip()
    return wanted or next((text.strip() for text in texts.values() if text.strip()), "")


def change_kind(draft: QuestionDraft, kind: Kind) -> QuestionDraft:
    """Return a draft as another kind, without what that kind has no place for."""
    choices = [] if kind == Kind.NUMERIC else list(draft.choices)
    if kind == Kind.ORDERING:
        choices = [replace(choice, right_position=place) for place, choice in enumerate(choices, start=1)]
    else:
        choices = [replace(choice, right_position=None) for choice in choices]
    value = draft.numeric_value if kind == Kind.NUMERIC else None
    return replace(draft, kind=kind, choices=choices, numeric_value=value)
