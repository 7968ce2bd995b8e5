"""A form that arrives without a session is parked, never executed: its owner signs in and confirms it.

The row can be opened for an hour by the browser that sent it (HttpOnly cookie) and is deleted after a day. Only the
address of answers is parked, at most 20 kB a form. Whose attempt it is, is asked when the confirmed form is posted.
"""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language

from courses.quizzes.models import ParkedPost
from exchange.languages import SOURCE

COOKIE = "kept"
KEPT_FOR = timedelta(hours=1)
SWEPT_AFTER = timedelta(days=1)
LARGEST = 20_000
#: A training room sits behind one address; this many forms a minute is more than it sends.
PER_MINUTE = 300


def park(request: HttpRequest, attempt_uuid: UUID) -> HttpResponse:
    """Keep the posted form and lead to the sign-in page, from there to the page that offers to save it."""
    fields = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    too_large = sum(len(name) + sum(map(len, values)) for name, values in fields.items()) > LARGEST
    if too_large or _is_flooding(request):
        return render(request, "courses/quizzes/not_kept.html", status=413 if too_large else 429)
    ParkedPost.objects.filter(parked_at__lt=timezone.now() - SWEPT_AFTER).delete()
    secret = secrets.token_urlsafe(32)
    parked = ParkedPost.objects.create(
        secret_digest=_digest(secret),
        attempt_uuid=attempt_uuid,
        language=get_language() or SOURCE,
        query=request.GET.urlencode()[:100],
        fields=fields,
    )
    kept_at = reverse("quizzes:kept", args=[parked.uuid])
    response = HttpResponseRedirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': kept_at})}", status=303)
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(KEPT_FOR.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def find(request: HttpRequest, uuid: UUID) -> ParkedPost | None:
    """Return the parked form if this browser sent it within the hour."""
    secret = request.COOKIES.get(COOKIE, "")
    since = timezone.now() - KEPT_FOR
    return ParkedPost.objects.filter(uuid=uuid, secret_digest=_digest(secret), parked_at__gte=since).first()


def release(request: HttpRequest, response: HttpResponse) -> None:
    """Forget a parked form that was confirmed and stored."""
    try:
        parked = find(request, UUID(request.POST.get("parked", "")))
    except ValueError:
        return
    if parked:
        parked.delete()
        response.delete_cookie(COOKIE)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _is_flooding(request: HttpRequest) -> bool:
    minute = int(timezone.now().timestamp() // 60)
    counter = f"quizzes.parked:{request.META.get('REMOTE_ADDR', '')}:{minute}"
    cache.add(counter, 0, timeout=120)
    return cache.incr(counter) > PER_MINUTE
