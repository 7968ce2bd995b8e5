"""Tags of the course builder: states as signs for the eye and as words for the ear."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.outline.desk.state import Builder, Written
from courses.outline.models import CoursePage
from exchange.languages import LANGUAGE_NAMES

register = template.Library()
SIGNS = {Written.DONE: "✓", Written.PART: "◐", Written.NONE: "–"}
DOTS = {Written.DONE: "●", Written.PART: "◐", Written.NONE: "○"}
#: Codes as trainers say them: zh, not zh-hans.
SHORT = {"zh-hans": "zh"}


@register.filter
def of(texts: Mapping[str, Any], code: str) -> Any:
    """Return what a mapping has for this language."""
    return texts.get(code, "")


@register.filter
def short(code: str) -> str:
    """Return the short code of a language."""
    return SHORT.get(code, code)


@register.simple_tag
def mark(written: Mapping[str, Written], code: str) -> str:
    """Return the sign of a state."""
    return SIGNS[written[code]]


@register.simple_tag
def mark_in_words(written: Mapping[str, Written], code: str) -> str:
    """Return the state as a word."""
    words = {Written.DONE: _("written"), Written.PART: _("partly written"), Written.NONE: _("not written")}
    return words[written[code]]


@register.simple_tag
def dots(builder: Builder, code: str) -> str:
    """Return one dot a lesson."""
    return "".join(DOTS[state] for state in builder.by_language[code])


@register.simple_tag
def dots_in_words(builder: Builder, code: str) -> str:
    """Say how many lessons are written in a language."""
    states = builder.by_language[code]
    words = {"language": LANGUAGE_NAMES[code], "done": states.count(Written.DONE), "all": len(states)}
    return _("%(language)s: %(done)s of %(all)s lessons written") % words


@register.simple_tag
def rule_in_words(course: CoursePage, builder: Builder) -> str:
    """Say in one sentence what completes the course."""
    marks = sorted({quiz.pass_mark for quiz in builder.quizzes})
    if not (course.pass_quizzes and marks):
        return _("To complete the course, a learner reads all lessons.")
    if len(marks) > 1:
        if course.read_all_lessons:
            return _("To complete the course, a learner reads all lessons and passes every required quiz.")
        return _("To complete the course, a learner passes every required quiz.")
    values = {"mark": marks[0], "count": len(builder.quizzes)}
    if course.read_all_lessons:
        return (
            ngettext(
                "To complete the course, a learner reads all lessons and passes the quiz with at least %(mark)s%%.",
                "To complete the course, a learner reads all lessons and passes %(count)s quizzes with at least "
                "%(mark)s%% each.",
                len(builder.quizzes),
            )
            % values
        )
    return (
        ngettext(
            "To complete the course, a learner passes the quiz with at least %(mark)s%%.",
            "To complete the course, a learner passes %(count)s quizzes with at least %(mark)s%% each.",
            len(builder.quizzes),
        )
        % values
    )
