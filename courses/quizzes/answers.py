"""The forms an answer takes between page, database and grading: pure functions.

Stored in ``Response.answer``, by kind:

* single, true-false: ``["<choice>"]``; multiple: ``["<choice>", …]`` in the order of the question
* matching: ``{"<choice>": "<partner>"}``; ordering: ``{"<choice>": place}``, both perhaps incomplete
* numeric: ``{"number": "4500000", "written": "4.500.000", "language": "lo"}``

An empty list or mapping means "taken back"; no response at all means "never answered".
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courses.quizzes.grading import AnswerKey, ChoiceKey
from courses.quizzes.kinds import PICK_ONE, PICKED, Kind
from courses.quizzes.models import QuestionVersion
from courses.quizzes.numbers import Unreadable, read_number
from exchange.content_i18n import own_or_fallback
from exchange.languages import SOURCE

#: What ``Response.answer`` holds.
Answer = list[str] | dict[str, Any]


class UnknownChoice(ValueError):
    """The answer names a choice that the question does not have."""

    message: "str | Promise" = _("One of the choices you sent does not belong to this question. Please choose again.")


class UnreadableNumber(ValueError):
    """The answer is not a number as the learner's language writes it."""

    message: "str | Promise" = _("This is not a number. Write digits only, for example 25 or 1500.")


class TooManyChoices(ValueError):
    """More than one choice where one is allowed."""

    message: "str | Promise" = _("Only one choice can be picked here. Please choose again.")


def clean(version: QuestionVersion, answer: object, *, language: str) -> Answer:
    """Bring an answer into its stored form, or refuse it.

    Args:
        version: the question, with its choices.
        answer: list of choice UUIDs, mapping of them, or a written number, as strings or UUID objects.
        language: language the learner answers in; decides how a number is read.

    Raises:
        UnknownChoice, TooManyChoices, UnreadableNumber: with a sentence for the learner in ``message``.
    """
    if version.kind in PICKED:
        return _clean_picked(version, answer)
    if version.kind == Kind.MATCHING:
        partners = set(partner_names(version).values())
        return _clean_mapping(version, answer, lambda value: str(value) if str(value) in partners else None)
    if version.kind == Kind.ORDERING:
        places = len(version.choices.all())
        return _clean_mapping(version, answer, lambda value: _place(value, places))
    return _clean_number(answer, language)


def _clean_picked(version: QuestionVersion, answer: object) -> list[str]:
    if not isinstance(answer, (list, tuple, set)):
        raise UnknownChoice
    known = [str(choice.uuid) for choice in version.choices.all()]
    picked = {str(item) for item in answer}
    if not picked <= set(known):
        raise UnknownChoice
    if version.kind in PICK_ONE and len(picked) > 1:
        raise TooManyChoices
    return [item for item in known if item in picked]


def _clean_mapping(version: QuestionVersion, answer: object, read: Any) -> dict[str, Any]:
    if not isinstance(answer, Mapping):
        raise UnknownChoice
    given = {str(item): value for item, value in answer.items() if str(value) != ""}
    known = [str(choice.uuid) for choice in version.choices.all()]
    if not set(given) <= set(known):
        raise UnknownChoice
    read_values = {item: read(given[item]) for item in known if item in given}
    if None in read_values.values():
        raise UnknownChoice
    return read_values


def _place(value: object, places: int) -> int | None:
    try:
        place = int(str(value))
    except ValueError:
        return None
    return place if 1 <= place <= places else None


def _clean_number(answer: object, language: str) -> dict[str, Any]:
    written = str(answer.get("written", "") if isinstance(answer, Mapping) else answer).strip()
    if not written:
        return {}
    try:
        number = read_number(written, language)
    except Unreadable:
        raise UnreadableNumber from None
    return {"number": f"{number.normalize():f}", "written": written, "language": language}


def is_complete(version: QuestionVersion, answer: object) -> bool:
    """Say whether nothing is left open: every item has a partner, every item a place of its own."""
    if not answer:
        return False
    if version.kind in {Kind.MATCHING, Kind.ORDERING} and isinstance(answer, Mapping):
        whole = len(answer) == len(version.choices.all())
        return whole and (version.kind == Kind.MATCHING or len(set(answer.values())) == len(answer))
    return True


def digest(answer: object) -> str:
    """Give a short mark of an answer, by which a form knows whether its reader changed anything.

    Of a number only its value counts: the same number written as another language writes it is no change.
    """
    if isinstance(answer, Mapping) and "number" in answer:
        answer = answer["number"]
    written = json.dumps(answer or None, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def partner_names(version: QuestionVersion) -> dict[str, str]:
    """Map each item to the name of its right partner. Partners of equal words share the first one's name."""
    names: dict[str, str] = {}
    by_words: dict[str, str] = {}
    for choice in version.choices.all():
        words = str(own_or_fallback(choice, "match_text", SOURCE).value or "")
        by_words.setdefault(" ".join(words.split()).casefold(), str(choice.match_uuid))
        names[str(choice.uuid)] = by_words[" ".join(words.split()).casefold()]
    return names


def answer_key(version: QuestionVersion) -> AnswerKey:
    """Give grading what it needs of a version."""
    partners = partner_names(version) if version.kind == Kind.MATCHING else {}
    return AnswerKey(
        kind=version.kind.value,
        choices=[
            ChoiceKey(
                uuid=str(choice.uuid),
                is_right=choice.is_right,
                match=partners.get(str(choice.uuid), ""),
                position=choice.right_position,
            )
            for choice in version.choices.all()
        ],
        value=version.numeric_value,
        tolerance=version.tolerance,
    )


def shuffled(items: Sequence[Any], *, seed: str) -> list[Any]:
    """Give items with a ``uuid`` in an order that depends on the seed alone: the same at every look."""
    return sorted(items, key=lambda item: hashlib.sha256(f"{seed}:{item.uuid}".encode()).digest())
