"""The open question of the desk: what its form shows, and the draft that a posted form makes.

Plain names, no form classes: the number of rows follows the question, and "Add choice" only draws one more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from django.utils import translation
from django.utils.translation import gettext

from courses.quizzes.desk_forms import named
from courses.quizzes.drafts import ChoiceDraft, QuestionDraft, Texts, change_kind, languages_of
from courses.quizzes.kinds import PICKED, Kind
from courses.quizzes.numbers import Unreadable, read_number, write_number
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES, SOURCE

FIRST_ROWS: Final = 4
MOST_ROWS: Final = 30


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One text box: its name in the form, its language, what stands in it."""

    name: str
    language: str
    value: str

    @property
    def language_name(self) -> str:
        """The language by its own name."""
        return LANGUAGE_NAMES[self.language]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One choice of the form."""

    number: int
    uuid: str
    is_right: bool
    place: int | None
    text: Sequence[Cell]
    match: Sequence[Cell]
    feedback: Sequence[Cell]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The form of one question."""

    draft: QuestionDraft
    text: Sequence[Cell]
    explanation: Sequence[Cell]
    unit: Sequence[Cell]
    rows: Sequence[Row]
    number: str
    tolerance: str

    @property
    def has_choices(self) -> bool:
        """All kinds but a number have choices."""
        return self.draft.kind != Kind.NUMERIC

    @property
    def is_picked(self) -> bool:
        """Whether choices are marked as right."""
        return self.draft.kind in PICKED

    @property
    def is_matching(self) -> bool:
        """Whether choices have partners."""
        return self.draft.kind == Kind.MATCHING

    @property
    def is_ordering(self) -> bool:
        """Whether choices have places."""
        return self.draft.kind == Kind.ORDERING


def empty(kind: str) -> QuestionDraft:
    """Return a new question of a kind; true and false stand there already, in every language."""
    choices: list[ChoiceDraft] = []
    if kind == Kind.TRUE_FALSE:
        words: list[dict[str, str]] = [{}, {}]
        for code in enabled_languages():
            with translation.override(code):
                words[0][code], words[1][code] = gettext("True"), gettext("False")
        choices = [ChoiceDraft(text=words[0], is_right=True), ChoiceDraft(text=words[1])]
    return QuestionDraft(kind=kind, text={}, choices=choices)


def _cells(field: str, texts: Texts, row: int | None = None) -> list[Cell]:
    return [Cell(name=name, language=code, value=texts.get(code, "")) for code, name in named(field, row).items()]


def sheet_of(draft: QuestionDraft, *, language: str, rows: int = 0) -> Sheet:
    """Return the form of a draft with at least so many rows; numbers are written as ``language`` writes them."""
    choices = list(draft.choices)
    wanted = max(len(choices), rows, 2 if draft.kind == Kind.TRUE_FALSE else FIRST_ROWS)
    choices += [ChoiceDraft()] * (min(wanted, MOST_ROWS) - len(choices))
    return Sheet(
        draft=draft,
        text=_cells("text", draft.text),
        explanation=_cells("explanation", draft.explanation),
        unit=_cells("unit", draft.unit),
        rows=[_row(number, choice, draft.kind) for number, choice in enumerate(choices, start=1)],
        number="" if draft.numeric_value is None else _shown(draft.numeric_value, language),
        tolerance=_shown(draft.tolerance, language),
    )


def _shown(value: Decimal, language: str) -> str:
    return write_number(value, language)


def _row(number: int, choice: ChoiceDraft, kind: str) -> Row:
    place = choice.right_position or (number if kind == Kind.ORDERING and languages_of(choice.text) else None)
    return Row(
        number=number,
        uuid=choice.uuid,
        is_right=choice.is_right,
        place=place,
        text=_cells("text", choice.text, number),
        match=_cells("match", choice.match, number),
        feedback=_cells("feedback", choice.feedback, number),
    )


class NotANumber(ValueError):
    """A number of the form cannot be read in the language of the trainer."""


def read(
    posted: Mapping[str, Any], stored: QuestionDraft | None, *, language: str, strict: bool = True
) -> QuestionDraft:
    """Return the draft a posted form makes; texts in languages that are switched off stay as stored.

    Args:
        posted: the form.
        stored: the question as it is, None for a new one.
        language: the one in which the trainer writes numbers.
        strict: False to draw the form again whatever stands in it.

    Raises:
        NotANumber: the right number or the tolerance cannot be read.
    """
    kind = posted.get("kind", "")
    known = {choice.uuid: choice for choice in stored.choices} if stored else {}
    before = stored or QuestionDraft(kind=kind, text={})
    rows = [_choice(posted, row, known) for row in range(1, _rows_of(posted) + 1)]
    value, tolerance = (_number(posted.get(name, ""), language, strict) for name in ("number", "tolerance"))
    points = posted.get("points", "")
    draft = QuestionDraft(
        kind=kind,
        text=_texts(posted, "text", before.text),
        explanation=_texts(posted, "explanation", before.explanation),
        unit=_texts(posted, "unit", before.unit),
        points=int(points) if points.isdecimal() and len(points) < 4 else 1,
        numeric_value=value,
        tolerance=tolerance or Decimal(0),
        choices=[row for row in rows if languages_of(row.text) or languages_of(row.match)],
    )
    return _fit(draft, posted)


def _fit(draft: QuestionDraft, posted: Mapping[str, Any]) -> QuestionDraft:
    """Drop what the kind has no place for; places of an order stand in the form."""
    if draft.kind not in Kind.values:
        return draft
    fitted = change_kind(draft, Kind(draft.kind))
    choices = []
    for typed, choice in zip(draft.choices if fitted.choices else [], fitted.choices, strict=True):
        is_placed = draft.kind == Kind.ORDERING and typed.right_position
        choices.append(
            replace(
                choice,
                right_position=typed.right_position if is_placed else choice.right_position,
                is_right=choice.is_right and draft.kind in PICKED,
                match=choice.match if draft.kind == Kind.MATCHING else {},
            )
        )
    unit = draft.unit if draft.kind == Kind.NUMERIC else {}
    tolerance = draft.tolerance if draft.kind == Kind.NUMERIC else Decimal(0)
    return replace(fitted, choices=choices, unit=unit, tolerance=tolerance)


def _rows_of(posted: Mapping[str, Any]) -> int:
    given = posted.get("rows", "")
    return min(int(given), MOST_ROWS) if given.isdecimal() else 0


def _choice(posted: Mapping[str, Any], row: int, known: Mapping[str, ChoiceDraft]) -> ChoiceDraft:
    uuid = posted.get(f"choice{row}_uuid", "")
    before = known.get(uuid, ChoiceDraft())
    place = posted.get(f"choice{row}_place", "")
    return ChoiceDraft(
        uuid=before.uuid,
        text=_texts(posted, "text", before.text, row),
        match=_texts(posted, "match", before.match, row),
        feedback=_texts(posted, "feedback", before.feedback, row),
        is_right=f"choice{row}_right" in posted,
        right_position=int(place) if place.isdecimal() and len(place) < 3 else None,
    )


def _texts(posted: Mapping[str, Any], field: str, stored: Texts, row: int | None = None) -> dict[str, str]:
    names = named(field, row)
    texts = {code: posted.get(name, "").strip() for code, name in names.items()}
    # A kind without this field does not draw it: what is not in the form stays.
    texts = {code: text if names[code] in posted else stored.get(code, "") for code, text in texts.items()}
    texts |= {code: text for code, text in stored.items() if code not in names}
    return {code: text for code, text in texts.items() if text}


def _number(text: str, language: str, strict: bool) -> Decimal | None:
    if not text.strip():
        return None
    try:
        return read_number(text, language)
    except Unreadable as error:
        if strict:
            raise NotANumber(text) from error
        return None


def language_of_numbers(current: str | None) -> str:
    """Return the language in which the trainer writes numbers: that of the screen, where the site has it."""
    return current if current in enabled_languages() else SOURCE
