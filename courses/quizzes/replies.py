"""What the server answers to posted answers: a page, or the same in JSON for the script that saves in between."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from courses.quizzes import attempting, parking
from courses.quizzes.asking import AskedQuestion, count_answered, questions_of
from courses.quizzes.contexts import context_of
from courses.quizzes.forms import Sheet, read_key, read_sheet, save_key
from courses.quizzes.models import Attempt
from courses.quizzes.walking import after_saving, language_buttons, place_of


def wants_json(request: HttpRequest) -> bool:
    """Whether the script asks, and not a form."""
    return "application/json" in request.headers.get("Accept", "")


def save_posted(request: HttpRequest, attempt: Attempt, *, language: str) -> HttpResponse:
    """Store what was changed on the form and lead on; show the page again with what could not be read."""
    questions = questions_of(attempt, language=language)
    sheet = read_sheet(questions, request.POST, language=language)
    key = save_key(read_key(request.POST), sheet.changed)
    if not attempt.is_open and not sheet.changed:
        return closed(request, attempt, kept=False)
    if sheet.changed:
        try:
            attempting.save_responses(attempt=attempt, answers=sheet.changed, key=key, language=language)
        except attempting.AttemptClosed as refusal:
            late = {name: request.POST.getlist(name) for name in request.POST if name.startswith("q")}
            attempting.keep_late(attempt=refusal.attempt, answers=late, key=key)
            return closed(request, refusal.attempt, kept=True)
    if wants_json(request):
        return _saved_json(attempt, sheet, language)
    if not sheet.is_clean:
        return show(request, attempt, questions_of(attempt, language=language), sheet=sheet)
    response = HttpResponseRedirect(after_saving(request, attempt, place_of(request, len(questions))), status=303)
    parking.release(request, response)
    return response


def show(
    request: HttpRequest, attempt: Attempt, questions: list[AskedQuestion], *, sheet: Sheet | None = None
) -> HttpResponse:
    """Show the questions; with a sheet that has errors, these on top and beside their questions."""
    place = place_of(request, len(questions))
    for question in questions:
        if sheet and question.number in sheet.errors:
            question.error, question.refused = str(sheet.errors[question.number]), sheet.refused[question.number]
    page = {
        "attempt": attempt,
        "questions": [one for one in questions if place.number in (0, one.number)],
        "all_questions": questions,
        "wrong": [one for one in questions if one.error],
        "has_strangers": bool(sheet and sheet.has_strangers),
        "place": place,
        "answered": count_answered(questions),
        "languages": language_buttons(),
        "context": context_of(attempt),
        "key": uuid4(),
    }
    return render(request, "courses/quizzes/attempt.html", page, status=422 if sheet else 200)


def closed(request: HttpRequest, attempt: Attempt, *, kept: bool) -> HttpResponse:
    """Say that the attempt was submitted before, and what became of what came after."""
    if wants_json(request):
        message = _("This attempt was submitted before. Answers sent later are kept for the trainer, not counted.")
        return JsonResponse({"error": "closed", "message": message}, status=409)
    page = {"attempt": attempt, "kept": kept, "context": context_of(attempt)}
    return render(request, "courses/quizzes/closed.html", page, status=409)


def signed_out_json() -> HttpResponse:
    """Tell the script that the session is gone."""
    message = _("You are signed out. Press “Save answers” to sign in again: what you answered is kept.")
    return JsonResponse({"error": "login", "message": message}, status=401)


def _saved_json(attempt: Attempt, sheet: Sheet, language: str) -> HttpResponse:
    questions = questions_of(attempt, language=language)
    saved_at = time_format(timezone.localtime(attempt.saved_at), "H:i") if attempt.saved_at else ""
    message = _("Saved at %(time)s. %(answered)s of %(count)s answered.") % {
        "time": saved_at,
        "answered": count_answered(questions),
        "count": len(questions),
    }
    said = {
        "revision": attempt.revision,
        "key": str(uuid4()),
        # Of what this form saved only: a mark for an answer of another tab would make this tab overwrite it.
        "was": {question.name: question.was for question in sheet.sent},
        "errors": {f"q{number}": str(error) for number, error in sheet.errors.items()},
        "message": message if sheet.is_clean else " ".join(_in_words(sheet)),
    }
    return JsonResponse(said, status=200 if sheet.is_clean else 422)


def _in_words(sheet: Sheet) -> list[str]:
    """Say what could not be read, question by question."""
    said = [
        _("Question %(number)s: %(problem)s") % {"number": number, "problem": problem}
        for number, problem in sheet.errors.items()
    ]
    if sheet.has_strangers:
        said.append(_("Some of what was sent belongs to questions that this attempt does not have. It was not saved."))
    return said
