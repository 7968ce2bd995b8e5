"""Whoever can change content signs in with two factors."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from exchange.accounts.roles import is_staff_role


class StaffNeedSecondFactor:
    """Middleware: trainers and up who have no second factor reach the admin only after they set one up.

    The demo lets staff in without it; production settings refuse the demo.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            request.path.startswith("/admin/")
            and not settings.EXCHANGE_DEMO
            and request.user.is_authenticated
            and is_staff_role(request.user)
            and not Authenticator.objects.filter(user=request.user).exists()
        ):
            messages.warning(request, _("Set up two-step verification first: it protects what you publish."))
            return redirect("mfa_index")
        return self.get_response(request)
