"""BasePage and nothing else: every page of the site descends from it."""

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import DefaultBasePageMixin
from wagtail.models.pages import AbstractPage, AbstractPageMeta
from wagtail.search import index

from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES, SCHEMA_LANGUAGES, SOURCE, column

#: First parts of addresses that belong to views: no page below the home page may take them.
RESERVED_SLUGS: Final = frozenset(
    {"search", "library", "compare", "glossary", "accounts", "my", "quiz", "verify", "workshop"}
)
#: Depth of the pages just below the home page (root = 1, home = 2).
BELOW_HOME: Final = 3


class TranslatedPageMixin:
    """Keeps the language of the person at the keyboard out of the columns of a page.

    Wagtail and modeltranslation read and write the bare ``title`` in the active language at several places of a
    save. Pinned to the source language they agree; each method here answers an observed leak.
    """

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Walk down to the page of an address, loading in full only the last one: a query a level instead of two."""
        if len(path_components) < 2:
            return super().route(request, path_components)  # type: ignore[misc]
        child = self.get_children().filter(slug=path_components[0]).first()  # type: ignore[attr-defined]
        if child is None:
            raise Http404
        child._cached_parent_obj = self
        return child.specific_deferred.route(request, path_components[1:])

    def minimal_clean(self) -> None:
        """Clean without filling ``title_<active language>`` with the fallback."""
        with translation.override(SOURCE):
            super().minimal_clean()  # type: ignore[misc]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Clean in the source language, but tell errors in the editor's."""
        with translation.override(SOURCE):
            super().full_clean(*args, **kwargs)  # type: ignore[misc]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save so that the bare ``title`` column is always the source language's."""
        with translation.override(SOURCE):
            return super().save(*args, **kwargs)  # type: ignore[misc]

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a revision whose ``draft_title`` is the source language's."""
        with translation.override(SOURCE):
            return super().save_revision(*args, **kwargs)  # type: ignore[misc]

    def get_admin_display_title(self) -> str:
        """Return the title in the editor's language."""
        return str(self.title or self.draft_title)  # type: ignore[attr-defined]

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """One preview per enabled language."""
        return [(code, LANGUAGE_NAMES[code]) for code in enabled_languages()]

    @property
    def default_preview_mode(self) -> str:
        """The editor's own language first."""
        current = translation.get_language()
        return current if current in enabled_languages() else SOURCE

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Serve the preview in the language that its mode names, rendered before the override ends."""
        with translation.override(mode_name or SOURCE):
            response = super().serve_preview(request, "")  # type: ignore[misc]
            if hasattr(response, "render") and not response.is_rendered:
                response.render()
            return response


class BasePage(TranslatedPageMixin, AbstractPage, DefaultBasePageMixin):
    """A page of the exchange: title, title for search engines and description per language, one slug for all."""

    search_fields = [
        *AbstractPage.search_fields,
        *(index.SearchField(column("title", code), boost=2) for code in SCHEMA_LANGUAGES),
        *(index.AutocompleteField(column("title", code)) for code in SCHEMA_LANGUAGES),
    ]
    promote_panels = DefaultBasePageMixin.promote_panels

    class Meta(AbstractPageMeta):
        pass

    def __str__(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        """Refuse a slug that is the address of a view.

        Raises:
            ValidationError: the page stands just below the home page and takes a reserved slug.
        """
        super().clean()
        if self.slug in RESERVED_SLUGS and self.depth in (None, BELOW_HOME):
            raise ValidationError(
                {"slug": _("The address “%(slug)s” is reserved. Choose another.") % {"slug": self.slug}}
            )

    def is_listed_publicly(self) -> bool:
        """Say whether the sitemap may name this page; pages for some readers only say no."""
        return True

    @property
    def language_neutral_path(self) -> str:
        """The address below the language prefix: ``courses/basics/``; empty for the home page."""
        return str(self.url_path).split("/", 2)[2] if str(self.url_path).count("/") > 1 else ""
