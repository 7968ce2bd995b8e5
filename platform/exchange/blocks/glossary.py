"""Terms of the glossary, explained where they are read."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from exchange.glossary.labels import ShownTerm, shown_terms
from exchange.glossary.models import Term
from exchange.languages import SOURCE


def term_choices() -> list[tuple[str, str]]:
    """Return every term by its code, for the editor's list."""
    return [(term.code, str(term)) for term in Term.objects.order_by("code")]


class TermCodeBlock(blocks.FieldBlock):
    """The code of one term, chosen from a list.

    Not a ``ChoiceBlock``: that one looks its value up among its choices whenever a page is read, here a query a
    term.
    """

    def __init__(self, **kwargs: Any) -> None:
        self.field = forms.ChoiceField(choices=term_choices)
        super().__init__(**kwargs)

    class Meta:
        icon = "openquote"


class GlossaryValue(blocks.StructValue):
    """Knows its terms as a reader gets them."""

    def shown(self) -> list[ShownTerm]:
        """Return label and definition of each term in the language of the text around it, in two queries."""
        return shown_terms(self["terms"], get_language() or SOURCE)


class GlossaryBlock(blocks.StructBlock):
    """A row of terms; each opens to its definition, without script.

    Terms are kept by code, so that a lesson survives a glossary that was loaded anew. Their texts are no part of
    what is searched in the lesson: every term is a document of its own.
    """

    terms = blocks.ListBlock(TermCodeBlock(label=_("Term")), min_num=1, label=_("Terms"))

    class Meta:
        icon = "openquote"
        label = _("Glossary terms")
        template = "components/blocks/glossary.html"
        value_class = GlossaryValue

    def get_searchable_content(self, value: Any) -> list[str]:
        """Return nothing, see above."""
        return []
