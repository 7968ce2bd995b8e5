"""A workshop as an entry for a calendar: iCalendar, RFC 5545."""

from datetime import UTC, datetime

from django.utils.timezone import now

from courses.workshops.models import WorkshopPage
from exchange.content_i18n import own_or_fallback

_FOLD_AT = 74


def calendar_of(workshop: WorkshopPage, *, url: str) -> bytes:
    """Return the file; moments in UTC, which every calendar shows in its owner's zone."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//South-South Exchange//Workshops//EN",
        "BEGIN:VEVENT",
        f"UID:{workshop.uuid}",
        f"DTSTAMP:{_utc(workshop.last_published_at or now())}",
        f"DTSTART:{_utc(workshop.starts_at)}",
        f"DTEND:{_utc(workshop.ends_at)}",
        f"SUMMARY:{_escaped(str(own_or_fallback(workshop, 'title').value))}",
        f"LOCATION:{_escaped(str(own_or_fallback(workshop, 'place').value or ''))}",
        f"URL:{url}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    """Return a text value as section 3.3.11 asks."""
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return " ".join(text.split())


def _folded(line: str) -> bytes:
    """Return the line in pieces of at most 75 octets (section 3.1), never inside a character."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > _FOLD_AT:
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join([*pieces, piece])
