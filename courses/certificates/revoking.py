"""Taking a certificate back."""

from django.db import transaction
from django.utils import timezone

from courses.certificates.models import Award, Certificate, CertificateEvent
from exchange.accounts.models import User


@transaction.atomic
def revoke(*, certificate: Certificate, category: str, by: User, note: str = "") -> list[Certificate]:
    """Revoke a certificate and every other sheet of its award: they state the same.

    Args:
        certificate: any sheet of the award.
        category: one of ``Certificate.Reason``; shown to everybody who checks the code.
        by: the administrator.
        note: for the administrators; never shown to others.

    Returns:
        The certificates that were revoked now; none when all had been before.

    Raises:
        ValueError: the category is none of the reasons.
    """
    reason = Certificate.Reason(category)
    Award.objects.select_for_update().get(pk=certificate.award_id)
    sheets = list(
        Certificate.objects.select_for_update().filter(award=certificate.award_id, status=Certificate.Status.VALID)
    )
    now = timezone.now()
    for sheet in sheets:
        sheet.status, sheet.revoked_at, sheet.revoked_by = Certificate.Status.REVOKED, now, by
        sheet.revocation_category, sheet.revocation_note = reason, note
        sheet.save(update_fields=["status", "revoked_at", "revoked_by", "revocation_category", "revocation_note"])
        CertificateEvent.objects.create(
            certificate=sheet, kind=CertificateEvent.Kind.REVOKED, actor=by, details={"category": reason.value}
        )
    return sheets
