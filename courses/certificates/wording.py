"""The words of an award in one language: the same on the sheet, on the learner's page and for whoever checks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from courses.certificates.models import Award
from courses.certificates.snapshots import Snapshot
from courses.outline.models import CoursePage
from exchange.languages import SCHEMA_LANGUAGES, SOURCE
from exchange.moments import days_in_words

HEADINGS = {
    Award.Kind.COMPLETION: gettext_lazy("Certificate of completion"),
    Award.Kind.PARTICIPATION: gettext_lazy("Certificate of participation"),
    Award.Kind.ATTENDANCE: gettext_lazy("Certificate of attendance"),
}
#: Stand between the name of the person and the title of the course or workshop, each on its own line.
STATEMENTS = {
    Award.Kind.COMPLETION: gettext_lazy("has completed the course"),
    Award.Kind.PARTICIPATION: gettext_lazy("has taken part in the course"),
    Award.Kind.ATTENDANCE: gettext_lazy("has attended the workshop"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One award told in one language."""

    language: str
    heading: str
    opening: str
    statement: str
    title: str
    #: Language of the title where it stands in for a missing one, else empty.
    title_language: str
    hours: str
    level: str
    date: str
    issuer: str
    demo: str

    @property
    def facts(self) -> list[str]:
        """Hours, level and date, without what is empty."""
        return [each for each in (self.hours, self.level, self.date) if each]


def wording(*, kind: str, snapshot: Snapshot, language: str) -> Wording:
    """Return the facts of a snapshot in the words of one language."""
    title, title_language = text_for(snapshot["title"], language)
    with override(language):
        return Wording(
            language=language,
            heading=str(HEADINGS[Award.Kind(kind)]),
            opening=_("This is to certify that"),
            statement=str(STATEMENTS[Award.Kind(kind)]),
            title=title,
            title_language="" if title_language == language else title_language,
            hours=_hours(snapshot["hours"]),
            level=str(CoursePage.Level(snapshot["level"]).label) if snapshot["level"] else "",
            date=days_in_words(
                date.fromisoformat(snapshot["first_day"]), date.fromisoformat(snapshot["last_day"]), language
            ),
            issuer=text_for(snapshot["issuer"], language)[0],
            demo=_("Demonstration – not a real certificate") if snapshot["demo"] else "",
        )


def text_for(texts: Mapping[str, str], language: str) -> tuple[str, str]:
    """Return the text and its language: the wanted one, else the source language, else any."""
    order = (language, SOURCE, *SCHEMA_LANGUAGES)
    return next(((texts[code], code) for code in order if texts.get(code)), ("", language))


def _hours(hours: str) -> str:
    if not hours:
        return ""
    number = Decimal(hours)
    return ngettext("%(hours)s hour", "%(hours)s hours", ceil(number)) % {"hours": floatformat(number)}
