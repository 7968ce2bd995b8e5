"""Paste text: what stood in the box becomes questions, or a translation of the questions that are there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from courses.quizzes import authoring
from courses.quizzes.checking import Problem
from courses.quizzes.desk.fields import language_of_numbers
from courses.quizzes.desk.overview import right_answer
from courses.quizzes.desk.pages import frame, quiz_for
from courses.quizzes.desk.rights import may_edit_question
from courses.quizzes.drafts import first_text
from courses.quizzes.models import Quiz
from courses.quizzes.pasting import Mismatch, Parsed, parse
from exchange.content_i18n import enabled_languages

FORMATS = {"plain": "Q / a) / *b)", "aiken": "Aiken", "gift": "GIFT"}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the preview: green without remarks, amber with advice, red when it cannot be stored."""

    line: int
    state: str
    text: str
    answer: str
    remarks: Sequence[Problem]


def entries_of(parsed: Parsed) -> list[Entry]:
    """Return the preview in the order of the pasted text."""
    advice: dict[int, list[Problem]] = {}
    entries = []
    for problem in parsed.problems:
        if problem.is_error:
            entries.append(Entry(line=problem.line, state="bad", text="", answer="", remarks=[problem]))
        else:
            advice.setdefault(problem.line, []).append(problem)
    for draft in parsed.drafts:
        remarks = advice.get(draft.line, [])
        entries.append(
            Entry(
                line=draft.line,
                state="warn" if remarks else "ok",
                text=first_text(draft.text, parsed.language),
                answer=right_answer(draft, parsed.language),
                remarks=remarks,
            )
        )
    return sorted(entries, key=lambda entry: entry.line)


@require_http_methods(["GET", "POST"])
def paste(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the box; a posted text is shown as understood, added, or taken as a translation."""
    quiz = quiz_for(request, pk)
    language = request.POST.get("language", "")
    language = language if language in enabled_languages() else language_of_numbers(get_language())
    text, act = request.POST.get("text", ""), request.POST.get("act", "")
    parsed = parse(text, language=language) if text.strip() else None
    mismatches: list[Mismatch] = []
    if parsed and act == "add" and parsed.drafts and (parsed.is_clean or "leave_out" in request.POST):
        return _add(request, quiz, parsed)
    if parsed and act == "translate":
        mismatches = _translate(request, quiz, parsed)
        if not mismatches and parsed.is_clean:
            return redirect("desk_quiz", pk)
    context = {
        **frame(request, quiz, "_paste"),
        "text": text,
        "language": language,
        "parsed": parsed,
        "entries": entries_of(parsed) if parsed else [],
        "format": FORMATS[parsed.format] if parsed else "",
        "mismatches": mismatches,
        "was_refused": bool(act in ("add", "translate") and parsed and not parsed.is_clean),
    }
    return render(request, "courses/quizzes/desk/paste.html", context)


def _add(request: HttpRequest, quiz: Quiz, parsed: Parsed) -> HttpResponse:
    with transaction.atomic():
        for draft in parsed.drafts:
            authoring.add_draft(quiz=quiz, draft=draft)
    count = len(parsed.drafts)
    text = ngettext("%(count)s question was added.", "%(count)s questions were added.", count)
    messages.success(request, text % {"count": count})
    return redirect("desk_quiz", quiz.pk)


def _translate(request: HttpRequest, quiz: Quiz, parsed: Parsed) -> list[Mismatch]:
    if not parsed.is_clean:
        return []
    questions = [row.question for row in quiz.quiz_questions.select_related("question")]
    if not all(may_edit_question(request.user, question) for question in questions):
        messages.error(request, _("A question of this quiz is asked in a quiz of others: its texts are not yours."))
        return []
    mismatches = authoring.translate_quiz(quiz=quiz, language=parsed.language, drafts=parsed.drafts)
    if not mismatches:
        messages.success(request, _("The translation was taken over."))
    return mismatches
