"""Which label to show, and the terms of a page in one query."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language

from exchange.content_i18n import Part, own_or_fallback
from exchange.glossary.models import Label, Term
from exchange.languages import SOURCE


def term_label(term: Term, language: str | None = None) -> Label | None:
    """Return the preferred label in ``language`` (default: the active one), else in the next language that has one.

    Reads ``term.labels``: prefetch them where many terms are shown.
    """
    return _first_in_order([label for label in term.labels.all() if label.kind == Label.Kind.PREFERRED], language)


def _first_in_order(labels: list[Label], language: str | None) -> Label | None:
    wanted = language or get_language() or SOURCE
    preferred = {label.language: label for label in labels}
    order = (wanted, *settings.MODELTRANSLATION_FALLBACK_LANGUAGES.get(wanted, (SOURCE,)))
    return next((preferred[code] for code in order if code in preferred), None)


@dataclass(frozen=True, slots=True)
class ShownTerm:
    """A term as a reader gets it: code, label, definition, each with the language it is in."""

    code: str
    label: Label
    definition: Part


def shown_terms(codes: Iterable[str], language: str | None = None) -> list[ShownTerm]:
    """Return the live terms with these codes in the given order; unknown codes are left out. One query."""
    wanted = list(codes)
    rows = Label.objects.filter(term__code__in=wanted, term__live=True, kind=Label.Kind.PREFERRED)
    labels: dict[str, list[Label]] = {}
    for row in rows.select_related("term"):
        labels.setdefault(row.term.code, []).append(row)
    found = []
    for code in wanted:
        label = _first_in_order(labels.get(code, []), language)
        if label is not None:
            found.append(ShownTerm(code, label, own_or_fallback(label.term, "definition", language)))
    return found
