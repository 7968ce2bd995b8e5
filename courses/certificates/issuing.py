"""From what someone achieved to an award, and from an award to its sheets.

Every verb may be called again, at the same moment from two places too: one thing achieved is one award, one award in
one language is one certificate with one code, whatever was interrupted in between.
"""

import hashlib
from collections.abc import Iterable
from typing import Final

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from courses.certificates import codes, drawing, snapshots
from courses.certificates.models import Award, Certificate, CertificateEvent
from courses.enrolments.models import Completion
from courses.workshops.models import Attendance
from exchange.accounts.models import User
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES
from exchange.typesetting.glyphs import missing_glyphs

#: More languages than this do not fit on one sheet.
MOST_LANGUAGES: Final = 3


class NotIssued(Exception):
    """Nothing was issued; ``message`` says why, in the language of the reader."""

    @property
    def message(self) -> str:
        """The reason as a sentence."""
        return _("The certificate could not be issued.")


class NameMissing(NotIssued):
    """The holder has not told their name yet."""

    @property
    def message(self) -> str:
        """The reason as a sentence."""
        return _("Your name is missing. Write it in your profile, as it should be printed.")


class NameNotPrintable(NotIssued):
    """Characters of the name are in none of our fonts."""

    def __init__(self, characters: list[str]) -> None:
        super().__init__(" ".join(characters))
        self.characters = characters

    @property
    def message(self) -> str:
        """The reason as a sentence."""
        return _(
            "These characters of your name cannot be printed: %(characters)s. Write your name without them in your "
            "profile, or ask the administrators for help. Nothing has been issued."
        ) % {"characters": " ".join(self.characters)}


class TitleNotPrintable(NameNotPrintable):
    """Characters of the title or of the issuer are in none of our fonts."""

    @property
    def message(self) -> str:
        """The reason as a sentence."""
        return _(
            "These characters of the title cannot be printed: %(characters)s. Ask the administrators for help. Nothing "
            "has been issued."
        ) % {"characters": " ".join(self.characters)}


class UnknownLanguages(NotIssued):
    """No such languages can stand on one sheet."""

    @property
    def message(self) -> str:
        """The reason as a sentence."""
        return _("Choose one language or several of this site, at most three for one sheet.")


class AwardRevoked(NotIssued):
    """A certificate of this award was revoked: there are no further ones."""

    @property
    def message(self) -> str:
        """The reason as a sentence."""
        return _("A certificate of this award has been revoked, so no further ones are issued.")


def award_for_completion(*, completion: Completion) -> Award | None:
    """Return the award of a completion, made now if there is none; None once its learner is gone."""
    learner = completion.learner
    if not isinstance(learner, User):
        return Award.objects.filter(completion=completion, kind=Award.Kind.COMPLETION).first()
    award, _created = Award.objects.get_or_create(
        completion=completion,
        kind=Award.Kind.COMPLETION,
        defaults={
            "holder": learner,
            "holder_reference": learner.uuid,
            "snapshot": snapshots.of_completion(completion, holder=learner),
        },
    )
    return award


def award_for_attendance(*, attendance: Attendance) -> Award | None:
    """Return the award of an attendance, made now if there is none.

    None before the workshop is over, and for people who came without an account.
    """
    learner = attendance.learner
    if not isinstance(learner, User) or not attendance.workshop.is_over:
        return Award.objects.filter(attendance=attendance, kind=Award.Kind.ATTENDANCE).first()
    award, _created = Award.objects.get_or_create(
        attendance=attendance,
        kind=Award.Kind.ATTENDANCE,
        defaults={
            "holder": learner,
            "holder_reference": learner.uuid,
            "snapshot": snapshots.of_attendance(attendance, holder=learner),
        },
    )
    return award


@transaction.atomic
def with_present_name(*, award: Award) -> Award:
    """Return the award with the holder's name as it stands in their profile today.

    Only until the first certificate is issued: from then on a correction is a new issue.
    """
    locked: Award = Award.objects.select_for_update().get(pk=award.pk)
    if isinstance(locked.holder, User) and not locked.certificates.exists():
        present = locked.snapshot | snapshots.names_of(locked.holder)
        if present != locked.snapshot:
            locked.snapshot = present
            locked.save(update_fields=["snapshot"])
    return locked


def check_printable(award: Award) -> None:
    """Make sure that everything on the sheet has a picture in our fonts.

    Raises:
        NameMissing: there is no name.
        NameNotPrintable: with the characters of the name that have none.
        TitleNotPrintable: the same for title and issuer.
    """
    snapshot = award.snapshot
    if not snapshot["name"].strip():
        raise NameMissing
    if missing := missing_glyphs(f"{snapshot['name']} {snapshot['latin']}"):
        raise NameNotPrintable(missing)
    if missing := missing_glyphs(" ".join([*snapshot["title"].values(), *snapshot["issuer"].values()])):
        raise TitleNotPrintable(missing)


def canonical(languages: Iterable[str]) -> str:
    """Return the languages of a sheet as they are stored: ``en,lo,zh-hans``.

    Raises:
        UnknownLanguages: none or too many are named, or one that the site does not have.
    """
    chosen = sorted(set(languages))
    if not chosen or len(chosen) > MOST_LANGUAGES or not set(chosen) <= set(enabled_languages()):
        raise UnknownLanguages(",".join(chosen))
    return ",".join(chosen)


def issue(*, award: Award, languages: Iterable[str]) -> Certificate:
    """Issue the award as one sheet in these languages, or return the sheet that stands.

    Args:
        award: what was earned.
        languages: codes of the site's languages, in any order.

    Returns:
        The certificate with its file; for the same award and languages always the same, with the same code.

    Raises:
        NotIssued: one of its kinds above; nothing was changed.
    """
    sheet = canonical(languages)
    check_printable(with_present_name(award=award))
    certificate = _row(award=award, languages=sheet)
    return certificate if certificate.is_drawn else _draw(certificate)


@transaction.atomic
def _row(*, award: Award, languages: str) -> Certificate:
    """Return the row of the sheet, with its code; two requests at once wait for each other at the award."""
    locked = Award.objects.select_for_update().get(pk=award.pk)
    number = locked.certificates.aggregate(last=Max("issue_number"))["last"] or 1
    present = locked.certificates.filter(issue_number=number)
    standing: Certificate | None = present.filter(languages=languages).first()
    if present.filter(status=Certificate.Status.REVOKED).exists():
        raise AwardRevoked
    if standing:
        return standing
    return _with_free_code(award=locked, languages=languages, number=number)


def _with_free_code(*, award: Award, languages: str, number: int) -> Certificate:
    """Return a new row; a code that stands already (one in 2⁷⁵) is drawn again."""
    while True:
        code = codes.new_code()
        try:
            with transaction.atomic():
                return Certificate.objects.create(award=award, languages=languages, issue_number=number, code=code)
        except IntegrityError:
            if not Certificate.objects.filter(code=code).exists():
                raise


def _draw(certificate: Certificate) -> Certificate:
    """Draw the sheet and keep it. Drawing takes time and locks nothing; whoever comes second keeps the first file."""
    award: Award = Award.objects.get(pk=certificate.award_id)
    pdf = drawing.draw(
        kind=award.kind, snapshot=award.snapshot, languages=certificate.language_codes, code=certificate.code
    )
    with transaction.atomic():
        locked: Certificate = Certificate.objects.select_for_update().get(pk=certificate.pk)
        if locked.is_drawn:
            return locked
        locked.file.save(f"{locked.uuid}.pdf", ContentFile(pdf), save=False)
        locked.sha256 = hashlib.sha256(pdf).hexdigest()
        locked.save(update_fields=["file", "sha256"])
        CertificateEvent.objects.create(
            certificate=locked,
            kind=CertificateEvent.Kind.ISSUED,
            actor=award.holder,
            details={"languages": locked.languages, "sha256": locked.sha256},
        )
    return locked


def names_of_languages(certificate: Certificate) -> list[str]:
    """Return the languages of a sheet by their own names."""
    return [LANGUAGE_NAMES[code] for code in certificate.language_codes]
