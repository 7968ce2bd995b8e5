"""What the four pages of the quiz desk share: who may enter, and the frame around them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from courses.quizzes.desk.overview import lines_of
from courses.quizzes.desk.rights import may_edit, use_of
from courses.quizzes.models import Quiz
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES


def quiz_for(request: HttpRequest, pk: int) -> Quiz:
    """Return the quiz, if this person may edit it.

    Raises:
        Http404: there is none.
        PermissionDenied: it belongs to others.
    """
    quiz = get_object_or_404(Quiz, pk=pk)
    if not may_edit(request.user, quiz):
        raise PermissionDenied
    return quiz


def frame(request: HttpRequest, quiz: Quiz, tab: str) -> dict[str, Any]:
    """Return the context that every tab needs: tabs, counts, the way back."""
    lines = lines_of(quiz)
    points = sum(line.draft.points for line in lines)
    needed = -(-points * quiz.pass_mark // 100)
    labels = {"": _("Write"), "_paste": _("Paste text"), "_bank": _("From bank"), "_settings": _("Settings")}
    return {
        "quiz": quiz,
        "use": use_of(request.user, quiz),
        "lines": lines,
        "points": points,
        "needed": needed,
        "tabs": [(label, reverse(f"desk_quiz{name}", args=[quiz.pk]), name == tab) for name, label in labels.items()],
        "languages": [(code, LANGUAGE_NAMES[code]) for code in enabled_languages()],
        "header_title": str(quiz),
        "page_title": str(quiz),
        "header_icon": "tasks",
    }
