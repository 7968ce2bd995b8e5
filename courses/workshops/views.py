"""What people do with a workshop: take a place, open a file, take a test; and the attendance list of its trainer.

Pages themselves are served by Wagtail; every button here is a form that is posted.
"""

from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.documents.views.serve import serve

from courses.quizzes.attempting import QuizIsEmpty
from courses.workshops import attending, registering, testing
from courses.workshops.attendance_list import people_of
from courses.workshops.calendars import calendar_of
from courses.workshops.forms import NameForm
from courses.workshops.models import Attendance, Registration, TestAttempt, WorkshopMaterial, WorkshopPage
from courses.workshops.participants import is_participant, may_open
from exchange.accounts.models import User
from exchange.languages import SOURCE


@require_POST
def register(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a place."""
    workshop = _workshop(pk)
    if not request.user.is_authenticated:
        return redirect_to_login(_address(request, workshop), reverse("account_login"))
    learner = _person(request)
    if not EmailAddress.objects.filter(user=learner, verified=True).exists():
        messages.warning(request, _("Confirm your e-mail address first, then register."))
        return redirect("account_email")
    try:
        registering.register(workshop=workshop, learner=learner)
    except registering.WorkshopFull:
        messages.error(request, _("Every place in this workshop is taken."))
    except registering.WorkshopOver:
        messages.error(request, _("This workshop is over."))
    else:
        messages.success(request, _("You have a place in this workshop."))
    return redirect(_address(request, workshop))


@login_required
@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the place back."""
    workshop = _workshop(pk)
    registering.unregister(workshop=workshop, learner=_person(request))
    messages.success(request, _("You have given your place back."))
    return redirect(_address(request, workshop))


@require_safe
def calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the workshop as an entry for a calendar."""
    workshop = _workshop(pk)
    content = calendar_of(workshop, url=request.build_absolute_uri(_address(request, workshop)))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{workshop.slug}.ics"'
    return response


@require_safe
def material(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """Send a file of the workshop to whoever may open it; strangers are asked to sign in for the others."""
    chosen = get_object_or_404(
        WorkshopMaterial.objects.select_related("document").filter(workshop__live=True), workshop=pk, pk=number
    )
    if not may_open(request.user, chosen.document):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        raise PermissionDenied
    response: HttpResponseBase = serve(request, chosen.document.pk, chosen.document.filename)
    if chosen.visibility != WorkshopMaterial.Visibility.PUBLIC:
        response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_POST
def start_test(request: HttpRequest, pk: int, phase: str) -> HttpResponse:
    """Open the test before or after the workshop."""
    workshop = _workshop(pk)
    if phase not in TestAttempt.Phase.values or not is_participant(request.user, workshop):
        raise Http404
    try:
        attempt = testing.start(
            workshop=workshop, learner=_person(request), phase=phase, language=get_language() or SOURCE
        )
    except testing.TestClosed:
        messages.error(request, _("This test cannot be taken now. Each is taken once."))
        return redirect(_address(request, workshop))
    except QuizIsEmpty:
        messages.error(request, _("This quiz has no questions yet. Come back later."))
        return redirect(_address(request, workshop))
    return redirect("quizzes:attempt", attempt.uuid)


@never_cache
@login_required
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """The list for the trainer: tick who is there, undo, add a name."""
    workshop = get_object_or_404(WorkshopPage.objects.defer_streamfields(), pk=pk)
    if not workshop.is_run_by(request.user):
        raise PermissionDenied
    form = NameForm()
    if request.method == "POST":
        if "name" not in request.POST:
            _tick(request, workshop)
            return redirect("workshops:attendance", workshop.pk)
        form = NameForm(request.POST)
        if form.is_valid():
            attending.mark_name(workshop=workshop, name=form.cleaned_data["name"], by=_person(request))
            return redirect("workshops:attendance", workshop.pk)
    people = people_of(workshop)
    context = {
        "workshop": workshop,
        "people": people,
        "present": sum(1 for each in people if each.attendance),
        "form": form,
    }
    return render(request, "courses/workshops/attendance.html", context, status=422 if form.errors else 200)


def _tick(request: HttpRequest, workshop: WorkshopPage) -> None:
    """Do what the pressed button says: one person is marked, or one mark taken back."""
    if "undo" in request.POST:
        mark = get_object_or_404(Attendance, workshop=workshop, uuid=_uuid(request.POST["undo"]))
        try:
            attending.undo(attendance=mark)
        except attending.AttendanceAwarded:
            messages.error(
                request, _("This mark stays: a certificate of attendance was made on it. Revoke the certificate first.")
            )
        return
    place = get_object_or_404(
        Registration.objects.select_related("learner__profile"),
        workshop=workshop,
        learner__uuid=_uuid(request.POST.get("mark", "")),
    )
    attending.mark(workshop=workshop, learner=place.learner, by=_person(request))


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error


def _workshop(pk: int) -> WorkshopPage:
    return get_object_or_404(WorkshopPage.objects.live().defer_streamfields(), pk=pk)


def _address(request: HttpRequest, workshop: WorkshopPage) -> str:
    return workshop.get_url(request) or "/"


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - asked only after signing in
    return request.user
