"""Codes cannot be tried out by the thousand: so many questions a minute from one address."""

import time
from typing import Final

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

QUESTIONS_A_MINUTE: Final = 60
MINUTE: Final = 60


def seconds_to_wait(request: HttpRequest) -> int:
    """Count this question and return how long its address must wait; 0 when it may ask.

    Addresses are hashed with the key of the site and forgotten after a minute: who checked which certificate is
    nobody's business. The sign-in pages and this one agree on whose address it is (ALLAUTH_TRUSTED_PROXY_COUNT).
    """
    now = int(time.time())
    address = get_adapter().get_client_ip(request)
    key = f"certificates:{salted_hmac('certificates.throttle', f'{address} {now // MINUTE}').hexdigest()[:32]}"
    cache.add(key, 0, timeout=MINUTE)
    try:
        asked = cache.incr(key)
    except ValueError:  # it ran out between the two lines
        asked = 1
    return MINUTE - now % MINUTE if asked > QUESTIONS_A_MINUTE else 0
