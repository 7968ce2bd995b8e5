"""My certificates: what a learner earned, how it will be printed, in which languages, and the files."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from courses.certificates import issuing
from courses.certificates.drawing import name_runs, printed_address
from courses.certificates.forms import SheetForm, sheets
from courses.certificates.models import Award, Certificate
from courses.certificates.verifying import State, state_of
from courses.certificates.wording import wording
from courses.workshops.models import Attendance
from exchange.languages import SOURCE


@never_cache
@login_required
@require_safe
def awards(request: HttpRequest) -> HttpResponse:
    """List what the learner earned, and the workshops whose certificate they can still ask for."""
    language = get_language() or SOURCE
    earned = _own(request).prefetch_related("certificates__superseded_by")
    context = {
        "awards": [
            {
                "award": award,
                "words": wording(kind=award.kind, snapshot=award.snapshot, language=language),
                "sheets": [_sheet(each) for each in award.certificates.all() if each.is_drawn],
            }
            for award in earned
        ],
        "attended": [each for each in _attended(request) if each.workshop.is_over],
    }
    return render(request, "courses/certificates/awards.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def award(request: HttpRequest, award: UUID) -> HttpResponse:
    """Show how the certificate will be printed; posting issues it in the chosen languages."""
    own = get_object_or_404(_own(request), uuid=award)
    own = issuing.with_present_name(award=own)
    form = SheetForm(request.POST or None, initial={"languages": _first_choice(own)})
    if request.method == "POST" and form.is_valid():
        try:
            issuing.issue(award=own, languages=form.cleaned_data["languages"].split(","))
        except issuing.NotIssued as refusal:
            messages.error(request, refusal.message)
        return redirect("my_certificates:award", own.uuid)
    return render(request, "courses/certificates/award.html", _page(own, form), status=422 if form.errors else 200)


@login_required
@require_POST
def award_attendance(request: HttpRequest, attendance: UUID) -> HttpResponse:
    """Make the award for a workshop that the learner attended, and open it."""
    own = get_object_or_404(_attended(request), uuid=attendance)
    made = issuing.award_for_attendance(attendance=own)
    if made is None:
        raise Http404
    return redirect("my_certificates:award", made.uuid)


@never_cache
@login_required
@require_safe
def download(request: HttpRequest, award: UUID, code: str) -> HttpResponseBase:
    """Send the file of one of the learner's own certificates."""
    certificate = get_object_or_404(
        Certificate.objects.filter(award__holder=request.user.pk).exclude(sha256=""), award__uuid=award, code=code
    )
    name = f"certificate-{certificate.shown_code}-{certificate.languages.replace(',', '-')}.pdf"
    return FileResponse(certificate.file.open("rb"), as_attachment=True, filename=name, content_type="application/pdf")


def _own(request: HttpRequest) -> "QuerySet[Award]":
    found: QuerySet[Award] = Award.objects.filter(holder=request.user.pk)
    return found


def _attended(request: HttpRequest) -> "QuerySet[Attendance]":
    return Attendance.objects.filter(learner=request.user.pk, awards__isnull=True).select_related("workshop")


def _issued(own: Award) -> set[str]:
    return {each.languages for each in own.certificates.all() if each.is_drawn}


def _first_choice(own: Award) -> str:
    """Return the sheet offered first: that of the language being read, else one that is not issued yet."""
    reading, issued = get_language() or SOURCE, _issued(own)
    offered = [choice for choice, _name in sheets() if choice not in issued]
    return reading if reading in offered else next(iter(offered), reading)


def _page(own: Award, form: SheetForm) -> dict[str, object]:
    snapshot = own.snapshot
    sheets_of_award = [_sheet(each) for each in own.certificates.all() if each.is_drawn]
    return {
        "award": own,
        "words": wording(kind=own.kind, snapshot=snapshot, language=get_language() or SOURCE),
        "name": name_runs(snapshot["name"]),
        "latin": snapshot["latin"],
        "problem": _problem(own),
        "sheets": sheets_of_award,
        "is_revoked": any(each["state"] == State.REVOKED for each in sheets_of_award),
        "form": form,
        "issued": _issued(own),
        "may_choose": any(choice not in _issued(own) for choice, _name in sheets()),
    }


def _problem(own: Award) -> str:
    try:
        issuing.check_printable(own)
    except issuing.NotIssued as refusal:
        return refusal.message
    return ""


def _sheet(certificate: Certificate) -> dict[str, object]:
    snapshot = certificate.award.snapshot
    return {
        "certificate": certificate,
        "languages": issuing.names_of_languages(certificate),
        "state": state_of(certificate),
        "address": printed_address(snapshot, certificate.code),
        "size": certificate.file.size,
    }
