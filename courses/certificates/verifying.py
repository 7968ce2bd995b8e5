"""What a code proves."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from courses.certificates import codes
from courses.certificates.models import Certificate


class State(StrEnum):
    """What can be said of a code."""

    VALID = "valid"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer to one question."""

    state: State
    certificate: Certificate | None = None


def verify(code: str) -> Verification:
    """Say what the register knows of a code, typed however a person types it; one query at most."""
    try:
        stored = codes.parse(code)
    except codes.Mistyped:
        return Verification(State.MISTYPED)
    certificate = (
        Certificate.objects.select_related("award", "superseded_by").filter(code=stored).exclude(sha256="").first()
    )
    if certificate is None:
        return Verification(State.UNKNOWN)
    return Verification(state_of(certificate), certificate)


def state_of(certificate: Certificate) -> State:
    """Return the state of a certificate today: what was taken back comes before what was replaced or ran out."""
    if certificate.status == Certificate.Status.REVOKED:
        return State.REVOKED
    if getattr(certificate, "superseded_by", None) is not None:
        return State.SUPERSEDED
    if certificate.valid_until and certificate.valid_until < timezone.localdate():
        return State.EXPIRED
    return State.VALID
