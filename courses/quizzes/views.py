"""The pages of an attempt: answer, check, result; and what happens when the session or the form is lost."""

from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from courses.quizzes import attempting, parking, replies
from courses.quizzes.asking import questions_of
from courses.quizzes.contexts import context_of
from courses.quizzes.forms import read_key, read_sheet
from courses.quizzes.models import Attempt
from courses.quizzes.results import results_of
from exchange.languages import SOURCE
from exchange.views import csrf_failure as form_expired

READ_AND_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(READ_AND_POST)
def attempt(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show the questions, all on one page or one at a time, and save what is posted."""
    if not request.user.is_authenticated:
        return _signed_out(request, uuid)
    own = _own_attempt(request, uuid)
    if request.method == "POST":
        return replies.save_posted(request, own, language=_language())
    if not own.is_open:
        return HttpResponseRedirect(reverse("quizzes:result", args=[own.uuid]))
    return replies.show(request, own, questions_of(own, language=_language()))


@never_cache
@login_required
@require_http_methods(READ_AND_POST)
def review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show all answers and what is still open; posting submits the attempt."""
    own = _own_attempt(request, uuid)
    if request.method == "POST":
        try:
            attempting.submit(attempt=own, key=read_key(request.POST))
        except attempting.AttemptClosed as refusal:
            return replies.closed(request, refusal.attempt, kept=False)
    if request.method == "POST" or not own.is_open:
        return HttpResponseRedirect(reverse("quizzes:result", args=[own.uuid]), status=303)
    questions = questions_of(own, language=_language())
    page = {
        "attempt": own,
        "questions": questions,
        "open_questions": [question for question in questions if not question.is_complete],
        "context": context_of(own),
        "key": uuid4(),
    }
    return render(request, "courses/quizzes/review.html", page)


@never_cache
@login_required
@require_safe
def result(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show the score and, question by question, what was right and why."""
    own = _own_attempt(request, uuid)
    if own.is_open:
        return HttpResponseRedirect(reverse("quizzes:attempt", args=[own.uuid]))
    page = {
        "attempt": own,
        "results": results_of(questions_of(own, language=_language())),
        "percent": int(own.score * 100 / own.max_score) if own.score is not None and own.max_score else 0,
        "context": context_of(own),
        "late": own.late_answers.count(),
    }
    return render(request, "courses/quizzes/result.html", page)


@never_cache
@login_required
@require_safe
def kept(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a form that was parked when the session was gone, and offer to save it."""
    parked = parking.find(request, uuid)
    if parked is None:
        return render(request, "courses/quizzes/nothing_kept.html", status=404)
    own = Attempt.objects.select_related("quiz").filter(uuid=parked.attempt_uuid, learner=request.user.pk).first()
    if own is None:
        return render(request, "courses/quizzes/kept_for_another.html", status=404)
    data = QueryDict(mutable=True)
    for name, values in parked.fields.items():
        data.setlist(name, values)
    sheet = read_sheet(questions_of(own, language=parked.language), data, language=parked.language)
    with override(parked.language):
        address = reverse("quizzes:attempt", args=[own.uuid])
    page = {
        "attempt": own,
        "parked": parked,
        "sent": sheet.sent,
        "unread": sheet.errors,
        "fields": [(name, value) for name, values in parked.fields.items() for value in values],
        "address": f"{address}?{parked.query}" if parked.query else address,
    }
    return render(request, "courses/quizzes/kept.html", page)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without a valid token: answers are parked, everything else is told to start again.

    Nothing is ever executed here. What another site sends is refused and not kept.
    """
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return form_expired(request, reason)
    from_elsewhere = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
    if match.view_name not in ("quizzes:attempt", "quizzes:review") or from_elsewhere:
        return form_expired(request, reason)
    if replies.wants_json(request):
        return replies.signed_out_json()
    if match.view_name == "quizzes:review":
        return HttpResponseRedirect(request.path, status=303)
    return parking.park(request, match.kwargs["uuid"])


def _signed_out(request: HttpRequest, uuid: UUID) -> HttpResponse:
    if request.method != "POST":
        return redirect_to_login(request.get_full_path())
    return replies.signed_out_json() if replies.wants_json(request) else parking.park(request, uuid)


def _own_attempt(request: HttpRequest, uuid: UUID) -> Attempt:
    """Return the attempt if it is the reader's own; nobody else has a page of it, whatever their role."""
    return get_object_or_404(Attempt.objects.select_related("quiz"), uuid=uuid, learner=request.user.pk)


def _language() -> str:
    return get_language() or SOURCE
