"""The ground's own content as search Documents: terms of the glossary and pages of information.

The ground stands below search and cannot register itself; this is the one place where search does it.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save
from wagtail.search.index import insert_or_update_object

from exchange.content_i18n import has_own_text, text_in
from exchange.glossary.models import Label, Term
from exchange.home.models import InformationPage
from exchange.languages import SCHEMA_LANGUAGES
from search import audiences
from search.outbox import changed
from search.plain_text import plain
from search.protocol import Document
from search.registry import searchable


def _live_terms() -> QuerySet[Term]:
    return Term.objects.filter(live=True).prefetch_related("labels")


@searchable(Term, live=_live_terms)
def term_documents(term: Term) -> Iterator[Document]:
    """One Document per language that has a label: the preferred one as title, the others and the definition below."""
    for language in SCHEMA_LANGUAGES:
        labels = [label for label in term.labels.all() if label.language == language]
        preferred = next((label for label in labels if label.kind == Label.Kind.PREFERRED), None)
        if preferred is None:
            continue
        others = [label.text for label in labels if label is not preferred]
        definition = text_in(term, "definition", language) or ""
        yield Document(
            kind="glossary",
            group=f"glossary.term:{term.pk}",
            language=language,
            title=preferred.text,
            body="\n".join(filter(None, [definition, " · ".join(others)])),
            path=f"glossary/#{term.code}",
            branches=(term.branch,) if term.branch else (),
        )


@searchable(InformationPage, live=lambda: InformationPage.objects.live())
def information_documents(page: InformationPage) -> Iterator[Document]:
    """One Document per language that has a title of its own."""
    for language in SCHEMA_LANGUAGES:
        if has_own_text(page, "title", language):
            yield Document(
                kind="page",
                group=f"home.informationpage:{page.pk}",
                language=language,
                title=text_in(page, "title", language),
                body=plain(text_in(page, "body", language) or ""),
                path=page.language_neutral_path,
                audience=audiences.of_page(page),
            )


def connect() -> None:
    """A term's documents are made of its labels: note their changes, too."""
    for signal in (post_save, post_delete):
        signal.connect(_label_changed, sender=Label, dispatch_uid=f"search-label-{id(signal)}")


def _label_changed(*, instance: Model, raw: bool = False, **kwargs: Any) -> None:
    # A label that goes with its term has no term to load any more.
    if isinstance(instance, Label) and not raw and (term := Term.objects.filter(pk=instance.term_id).first()):
        changed(term)
        # The admin's own search saw the term before its labels were written.
        insert_or_update_object(term)
