"""The quiz desk: write a question, paste many, take from the bank, set the rules."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from courses.quizzes import authoring
from courses.quizzes.checking import InvalidQuestion
from courses.quizzes.desk import fields
from courses.quizzes.desk.forms import settings_form
from courses.quizzes.desk.pages import frame, quiz_for
from courses.quizzes.desk.rights import may_edit_question
from courses.quizzes.kinds import Kind
from courses.quizzes.models import Question, Quiz
from courses.quizzes.storing import as_draft

TEMPLATE = "courses/quizzes/desk/write.html"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _address(quiz: Quiz, query: str = "", anchor: str = "") -> str:
    return f"{reverse('desk_quiz', args=[quiz.pk])}{'?' + query if query else ''}{'#' + anchor if anchor else ''}"


def _question(quiz: Quiz, pk: int) -> Question | None:
    found = Question.objects.with_current().filter(pk=pk, quiz_questions__quiz=quiz).first()
    return found


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """List the questions, one of them open; a posted form saves, draws again, moves or takes out."""
    quiz = quiz_for(request, pk)
    if request.method == "POST":
        return _act(request, quiz)
    question = _question(quiz, _number(request.GET.get("q", "")))
    kind = request.GET.get("new", "")
    if question:
        stored = as_draft(question.current_version)
        return _page(request, quiz, sheet=_sheet(stored), question=question)
    is_first = not quiz.quiz_questions.exists()
    if kind in Kind.values or is_first:
        sheet = _sheet(fields.empty(kind if kind in Kind.values else Kind.SINGLE))
        return _page(request, quiz, sheet=sheet, at=_number(request.GET.get("at", "")))
    return _page(request, quiz)


def _sheet(draft: Any, rows: int = 0) -> fields.Sheet:
    return fields.sheet_of(draft, language=fields.language_of_numbers(get_language()), rows=rows)


def _page(
    request: HttpRequest,
    quiz: Quiz,
    *,
    sheet: fields.Sheet | None = None,
    question: Question | None = None,
    at: int = 0,
    problems: Any = (),
) -> HttpResponse:
    context = {
        **frame(request, quiz, ""),
        "sheet": sheet,
        "open": question,
        "at": at,
        "problems": problems,
        "kinds": Kind.choices,
        "kept": authoring.answers_kept(question) if question else 0,
        "is_foreign": bool(question and not may_edit_question(request.user, question)),
    }
    return render(request, TEMPLATE, context, status=422 if problems else 200)


def _act(request: HttpRequest, quiz: Quiz) -> HttpResponse:
    act = request.POST.get("act", "")
    question = _question(quiz, _number(request.POST.get("question", "")))
    if act in MOVES and question:
        MOVES[act](quiz, question)
        return redirect(_address(quiz, anchor=f"q{question.pk}"))
    return _form(request, quiz, question, act)


def _form(request: HttpRequest, quiz: Quiz, question: Question | None, act: str) -> HttpResponse:
    stored = as_draft(question.current_version) if question else None
    language, at = fields.language_of_numbers(get_language()), _number(request.POST.get("at", ""))
    problems: list[Any] = []
    is_saving = act in ("save", "save-next")
    try:
        draft = fields.read(request.POST, stored, language=language, strict=is_saving)
        if is_saving:
            return _save(request, quiz, question, draft, at, is_next=act == "save-next")
    except fields.NotANumber as error:
        problems = [_("“%(text)s” is not a number.") % {"text": error}]
    except InvalidQuestion as error:
        problems = [_in_words(problem) for problem in error.problems]
    if problems:
        draft = fields.read(request.POST, stored, language=language, strict=False)
    rows = _number(request.POST.get("rows", "")) + (act == "add-choice")
    return _page(request, quiz, sheet=_sheet(draft, rows), question=question, at=at, problems=problems)


def _in_words(problem: Any) -> str:
    if not problem.choice:
        return str(problem)
    return _("Choice %(number)s: %(problem)s") % {"number": problem.choice, "problem": problem}


def _save(
    request: HttpRequest, quiz: Quiz, question: Question | None, draft: Any, at: int, *, is_next: bool
) -> HttpResponse:
    if question is None:
        question = authoring.add_draft(quiz=quiz, draft=draft, position=at or None)
    elif may_edit_question(request.user, question):
        _edit(request, question, draft)
    else:
        messages.error(request, _("This question is asked in a quiz of others: copy it to change it."))
        return redirect(_address(quiz, f"q={question.pk}", f"q{question.pk}"))
    messages.success(request, _("Saved."))
    if is_next:
        place = authoring.place_of(quiz=quiz, question=question) + 1
        return redirect(_address(quiz, f"new={draft.kind}&at={place}", "open"))
    return redirect(_address(quiz, anchor=f"q{question.pk}"))


def _edit(request: HttpRequest, question: Question, draft: Any) -> None:
    """Save an edit; say how many answers stay with the version that learners saw."""
    before = question.current_version
    kept = authoring.answers_kept(question)
    if authoring.edit_question(question=question, draft=draft).pk != before.pk and kept:
        text = ngettext(
            "%(count)s answer stays with the version before; new attempts get this one.",
            "%(count)s answers stay with the version before; new attempts get this one.",
            kept,
        )
        messages.warning(request, text % {"count": kept})


def _move(by: int) -> Callable[[Quiz, Question], None]:
    def act(quiz: Quiz, question: Question) -> None:
        rows = [row.question for row in quiz.quiz_questions.select_related("question").order_by("order", "pk")]
        place = rows.index(question) + by
        if 0 <= place < len(rows):
            rows.remove(question)
            rows.insert(place, question)
            authoring.reorder(quiz=quiz, questions=rows)

    return act


def _remove(quiz: Quiz, question: Question) -> None:
    authoring.remove_from_quiz(quiz=quiz, question=question)


MOVES = {"up": _move(-1), "down": _move(1), "remove": _remove}


@require_http_methods(["GET", "POST"])
def bank(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer questions of the banks that this quiz does not ask yet; tick and add."""
    quiz = quiz_for(request, pk)
    offered = Question.objects.with_current().filter(current__isnull=False).exclude(quiz_questions__quiz=quiz)
    if request.method == "POST":
        chosen = offered.filter(pk__in=[_number(key) for key in request.POST.getlist("question")])
        for question in chosen:
            authoring.add_to_quiz(quiz=quiz, question=question)
        return redirect(_address(quiz))
    query = request.GET.get("find", "").strip()
    found = [each for each in offered.order_by("bank__title", "pk")[:500] if query.casefold() in str(each).casefold()]
    context = {**frame(request, quiz, "_bank"), "offered": found[:100], "query": query}
    return render(request, "courses/quizzes/desk/bank.html", context)


@require_http_methods(["GET", "POST"])
def rules(request: HttpRequest, pk: int) -> HttpResponse:
    """Set titles, instructions, pass mark, attempts and order."""
    quiz = quiz_for(request, pk)
    form = settings_form()(request.POST or None, instance=quiz)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("desk_quiz_settings", pk)
    return render(request, "courses/quizzes/desk/settings.html", {**frame(request, quiz, "_settings"), "form": form})
