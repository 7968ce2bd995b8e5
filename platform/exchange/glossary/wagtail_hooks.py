"""Terms in the admin, for editors."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from exchange.content_i18n import enabled_languages
from exchange.glossary.models import Term
from exchange.languages import LANGUAGE_NAMES, column


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "openquote"
    menu_label = _("Glossary")
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["code", "branch"]
    list_filter = ["branch"]
    ordering = ["number"]

    @property
    def panels(self) -> list[Any]:
        """Labels first: they are what readers look for; then the definition per language."""
        definitions = [
            MultiFieldPanel(
                [FieldPanel(column("definition", code)), FieldPanel(column("source", code))],
                heading=LANGUAGE_NAMES[code],
            )
            for code in enabled_languages()
        ]
        return [
            MultiFieldPanel([FieldPanel("code"), FieldPanel("number"), FieldPanel("branch")], heading=_("Term")),
            InlinePanel("labels", heading=_("Labels"), label=_("Label"), min_num=1),
            *definitions,
        ]


register_snippet(TermViewSet)
