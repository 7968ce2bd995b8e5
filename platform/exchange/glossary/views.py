"""The glossary page: every term in every language, by the letters of the reader's script."""

from dataclasses import dataclass, field
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from exchange.content_i18n import Part, enabled_languages, own_or_fallback
from exchange.glossary.labels import term_label
from exchange.glossary.letters import initial
from exchange.glossary.models import Label, Term
from exchange.languages import SOURCE
from exchange.writing.collation import sort_key


@dataclass(frozen=True, slots=True)
class Entry:
    """One term on the page."""

    term: Term
    heading: Label
    definition: Part
    others: list[Label] = field(default_factory=list)


def index(request: HttpRequest) -> HttpResponse:
    """Show all live terms, sorted in the reader's language and grouped by its letters."""
    language = get_language() or SOURCE
    entries = []
    for term in Term.objects.filter(live=True).prefetch_related("labels"):
        heading = term_label(term, language)
        if heading is not None:
            shown = [label for label in term.labels.all() if label.language in enabled_languages()]
            others = [label for label in shown if label.pk != heading.pk]
            entries.append(Entry(term, heading, own_or_fallback(term, "definition", language), others))
    entries.sort(key=lambda entry: sort_key(entry.heading.text, entry.heading.language))
    groups = groupby(entries, key=lambda entry: initial(entry.heading.text, entry.heading.language))
    letters = [(letter, list(members)) for letter, members in groups]
    return render(request, "glossary/index.html", {"letters": letters, "total": len(entries)})
