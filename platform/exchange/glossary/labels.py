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
    wanted = language or get_language() or SOURCE
    preferred = {label.language: label for label in term.labels.all() if label.kind == Label.Kind.PREFERRED}
    order = (wanted, *settings.MODELTRANSLATION_FALLBACK_LANGUAGES.get(wanted, (SOURCE,)))
    return next((preferred[code] for code in order if code in preferred), None)


@dataclass(frozen=True, slots=True)
class ShownTerm:
    """A term as a reader gets it: code, label, definition, each with the language it is in."""

    code: str
    label: Label
    definition: Part


def shown_terms(codes: Iterable[str], language: str | None = None) -> list[ShownTerm]:
    """Return the live terms with these codes in the given order; unknown codes are left out. Two queries."""
    wanted = list(codes)
    terms = {term.code: term for term in Term.objects.filter(code__in=wanted, live=True).prefetch_related("labels")}
    found = []
    for code in wanted:
        label = term_label(terms[code], language) if code in terms else None
        if label is not None:
            found.append(ShownTerm(code, label, own_or_fallback(terms[code], "definition", language)))
    return found
