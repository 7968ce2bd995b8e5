"""The facts of an award as they were on its day, in plain values that need no other row.

Keys of a snapshot:
    version: of this list of keys.
    template: which layout draws it.
    demo: whether it was earned in a demonstration.
    name, latin: of the holder, in their own script and in Latin letters (may be empty).
    language: which of several languages leads on a sheet.
    title: what it was earned for, by language; only languages that had a text of their own.
    subject: what it was (course or workshop) and its UUID.
    hours, level, score: as text; empty where they do not apply. The score is recorded, not printed.
    first_day, last_day: dates in the zone where they count.
    earned_at: the moment, in UTC.
    issuer: name of the issuer by language.
    base_url: where codes are checked.
"""

from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from courses.enrolments.models import Completion
from courses.workshops.models import Attendance
from exchange.accounts.models import Profile, User
from exchange.basepage.models import BasePage
from exchange.content_i18n import enabled_languages, has_own_text, text_in
from exchange.languages import SOURCE

VERSION: Final = 1
TEMPLATE: Final = "sheet-1"
Snapshot = dict[str, Any]


def names_of(user: User) -> Snapshot:
    """Return what a snapshot says of its holder; the name is empty while the person has no profile."""
    profile = Profile.objects.filter(user=user).first()
    if profile is None:
        return {"name": "", "latin": "", "language": SOURCE}
    latin = profile.certificate_name_latin
    same = latin.casefold() == profile.certificate_name.casefold()
    return {"name": profile.certificate_name, "latin": "" if same else latin, "language": profile.language}


def of_completion(completion: Completion, *, holder: User) -> Snapshot:
    """Return the facts of a completed course; hours and level as they stood when it was completed."""
    course = completion.facts.get("course", {})
    day = timezone.localdate(completion.completed_at, ZoneInfo(settings.TIME_ZONE)).isoformat()
    return {
        **_common(completion.course),
        **names_of(holder),
        "subject": {"kind": "course", "uuid": str(completion.course.uuid)},
        "hours": str(course.get("hours", completion.course.hours)),
        "level": str(course.get("level", completion.course.level)),
        "score": "" if completion.score is None else str(completion.score),
        "first_day": day,
        "last_day": day,
        "earned_at": completion.completed_at.isoformat(),
    }


def of_attendance(attendance: Attendance, *, holder: User) -> Snapshot:
    """Return the facts of a workshop; its days in its own zone, the name as it stands in the profile."""
    workshop, zone = attendance.workshop, ZoneInfo(attendance.workshop.zone)
    return {
        **_common(workshop),
        **names_of(holder),
        "subject": {"kind": "workshop", "uuid": str(workshop.uuid)},
        "hours": str(workshop.hours),
        "level": "",
        "score": "",
        "first_day": timezone.localdate(workshop.starts_at, zone).isoformat(),
        "last_day": timezone.localdate(workshop.ends_at, zone).isoformat(),
        "earned_at": workshop.ends_at.isoformat(),
    }


def _common(page: BasePage) -> Snapshot:
    codes = enabled_languages()
    return {
        "version": VERSION,
        "template": TEMPLATE,
        "demo": bool(settings.EXCHANGE_DEMO),
        "title": {code: str(text_in(page, "title", code)) for code in codes if has_own_text(page, "title", code)},
        "issuer": {code: _site_name(code) for code in codes},
        "base_url": settings.WAGTAILADMIN_BASE_URL.rstrip("/"),
    }


def _site_name(language: str) -> str:
    with override(language):
        return str(settings.SITE_NAME)
