"""Check a certificate: without an account, without script, by anybody who holds the paper or the file.

The addresses have no language prefix, so that a printed code stays true when languages come and go: the page answers
in the reader's language, or in that of ``?lang=``.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import activate, get_language
from django.views.decorators.http import require_safe

from courses.certificates import codes, throttle
from courses.certificates.drawing import name_runs
from courses.certificates.issuing import names_of_languages
from courses.certificates.models import Award, Certificate
from courses.certificates.verifying import State, Verification, verify
from courses.certificates.wording import wording
from exchange.content_i18n import enabled_languages
from exchange.languages import SOURCE
from exchange.moments import date_in_words

View = Callable[..., HttpResponse]


def _public(view: View) -> View:
    """Answer in the chosen language, to so many questions a minute, and leave no trace behind."""

    @wraps(view)
    def answer(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        wanted = request.GET.get("lang", "")
        if wanted in enabled_languages():
            activate(wanted)
            request.LANGUAGE_CODE = wanted
        wait = throttle.seconds_to_wait(request)
        response = _too_many(request, wait) if wait else view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        # Without this, LocaleMiddleware would send an unknown code on to /<language>/c/…, which is no address.
        request.urlconf = "courses.certificates.urls"
        return response

    return require_safe(answer)


@_public
def ask(request: HttpRequest) -> HttpResponse:
    """Show the form, or lead a typed code to its page."""
    typed = request.GET.get("code", "").strip()
    if not typed:
        return render(request, "courses/certificates/ask.html", {"typed": ""})
    try:
        address = reverse("certificates:verify", args=[codes.parse(typed)])
    except codes.Mistyped:
        return _answer(request, Verification(State.MISTYPED), typed)
    return HttpResponseRedirect(f"{address}?lang={get_language()}")


@_public
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Say what the register knows of a code."""
    return _answer(request, verify(code), code)


@require_safe
def ask_in_language(request: HttpRequest) -> HttpResponse:
    """Lead from ``/<language>/verify/`` to the form in that language."""
    return redirect(f"{reverse('certificates:ask')}?lang={get_language()}")


def _answer(request: HttpRequest, verification: Verification, typed: str) -> HttpResponse:
    if verification.certificate is None:
        context = {"typed": typed[:40], "is_mistyped": verification.state == State.MISTYPED}
        return render(request, "courses/certificates/not_found.html", context, status=404)
    context = {"state": verification.state.value, **_facts(verification.certificate)}
    return render(request, "courses/certificates/verification.html", context)


def _facts(certificate: Certificate) -> dict[str, object]:
    award = certificate.award
    return {
        "certificate": certificate,
        "words": wording(kind=award.kind, snapshot=award.snapshot, language=get_language() or SOURCE),
        "name": name_runs(award.snapshot["name"]),
        "latin": award.snapshot["latin"],
        "languages": names_of_languages(certificate),
        "is_workshop": award.kind == Award.Kind.ATTENDANCE,
        "dates": _dates(certificate),
    }


def _dates(certificate: Certificate) -> dict[str, str]:
    """Return the days of its life in words, in the zone of the site."""
    newer = getattr(certificate, "superseded_by", None)
    moments = {
        "issued": certificate.issued_at,
        "revoked": certificate.revoked_at,
        "replaced": newer.issued_at if newer else None,
    }
    days = {name: timezone.localdate(moment) for name, moment in moments.items() if moment}
    if certificate.valid_until:
        days["valid_until"] = certificate.valid_until
    return {name: date_in_words(day) for name, day in days.items()}


def _too_many(request: HttpRequest, wait: int) -> HttpResponse:
    response = render(request, "courses/certificates/too_many.html", {"seconds": wait}, status=429)
    response["Retry-After"] = str(wait)
    return response
