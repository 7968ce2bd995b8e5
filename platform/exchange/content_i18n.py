"""How translated content is read, edited and counted.

A page holds one column per language and field (django-modeltranslation). Reading falls back field by field; these
helpers say what is a language's own text and what only stands in for it, so that pages can be honest about it.
"""

import re
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import NotRegistered, translator
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

from exchange.languages import LANGUAGE_NAMES, SOURCE, column

#: Letters no English text consists of: Lao, Cyrillic, Han. Digits and signs belong to every language.
_LATIN: Final = re.compile("[A-Za-z]")
_FOREIGN: Final = re.compile("[\u0e80-\u0eff\u0400-\u04ff\u4e00-\u9fff]")
#: Fields for search engines: worth translating, but a page without them is complete.
NOT_COUNTED: Final = frozenset({"seo_title", "search_description"})


def enabled_languages() -> list[str]:
    """Return the codes of the languages that this site switched on, in their order."""
    return [code for code, _name in settings.LANGUAGES]


def is_empty(value: Any) -> bool:
    """Say whether a translated value holds nothing a reader would see (an empty rich-text paragraph counts)."""
    if value is None:
        return True
    if isinstance(value, RichText):
        value = value.source
    if isinstance(value, str):
        return not strip_tags(value).replace("\xa0", " ").strip() and "<embed" not in value and "<img" not in value
    if isinstance(value, StreamValue):
        return len(value) == 0
    return not value and value != 0


def text_in(instance: models.Model, field: str, language: str) -> Any:
    """Return the field's own value in this language, without any fallback."""
    return getattr(instance, column(field, language))


def has_own_text(instance: models.Model, field: str, language: str) -> bool:
    """Say whether the field has a text of its own in this language."""
    value = text_in(instance, field, language)
    return not is_empty(value) and not (language == SOURCE and _stands_in(instance, field, value))


def _stands_in(instance: models.Model, field: str, value: Any) -> bool:
    """Say whether the source column only repeats what was written in another script.

    A page must have a title in the source language; a trainer who writes Lao alone leaves the Lao title there.
    """
    if not isinstance(value, str) or _LATIN.search(value) or not _FOREIGN.search(value):
        return False
    others = (code for code in enabled_languages() if code != SOURCE)
    return any(text_in(instance, field, code) == value for code in others)


@dataclass(frozen=True, slots=True)
class Part:
    """One translated field as a reader gets it: the value, the language it is in, and whether it stands in."""

    value: Any
    language: str
    is_fallback: bool


def own_or_fallback(instance: models.Model, field: str, language: str | None = None) -> Part:
    """Return the field in ``language`` (default: the active one), else in the first language that has it."""
    wanted = language or get_language() or SOURCE
    order = [wanted, *settings.MODELTRANSLATION_FALLBACK_LANGUAGES.get(wanted, (SOURCE,))]
    for candidate in order:
        if has_own_text(instance, field, candidate):
            return Part(text_in(instance, field, candidate), candidate, candidate != wanted)
    return Part(text_in(instance, field, wanted), wanted, False)


def translated_fields(model: type[models.Model] | models.Model) -> list[str]:
    """Return the names of the fields of this model that are translated, inherited ones first."""
    cls = model if isinstance(model, type) else type(model)
    try:
        return list(translator.get_options_for_model(cls).all_fields)
    except NotRegistered:
        return []


@dataclass(frozen=True, slots=True)
class State:
    """How far an object is translated into one language: fields done, fields needed, names of those missing."""

    done: int
    needed: int
    missing: tuple[str, ...]

    @property
    def percent(self) -> int:
        """Whole percent done; an object without any text needs nothing and is complete."""
        return 100 if not self.needed else round(100 * self.done / self.needed)


def translation_state(instance: models.Model) -> dict[str, State]:
    """Return the state of each enabled language.

    Needed are the fields that have a text in any language; what nobody wrote, nobody misses.
    """
    fields = [name for name in translated_fields(instance) if name not in NOT_COUNTED]
    languages = enabled_languages()
    needed = [name for name in fields if any(has_own_text(instance, name, code) for code in languages)]
    states = {}
    for code in languages:
        missing = tuple(name for name in needed if not has_own_text(instance, name, code))
        states[code] = State(len(needed) - len(missing), len(needed), missing)
    return states


class OwnTextPanel(FieldPanel):
    """The field of one language; a plain text grows with what is written in it.

    modeltranslation's field class hides from Wagtail that it is a TextField: without this every text, however
    short, is a box of ten rows.
    """

    def on_model_bound(self) -> None:
        """Choose the widget once the field is known."""
        super().on_model_bound()
        chosen = getattr(self, "widget", None)
        if chosen is None and isinstance(self.db_field, models.TextField) and not _has_editor(self.db_field):
            self.widget = AdminAutoHeightTextInput


def _has_editor(field: models.Field[Any, Any]) -> bool:
    return isinstance(field, RichTextField | StreamField)


def language_panels(language: str, fields: list[str | Panel], *, title: str | None = None) -> list[Panel]:
    """Return one panel per translated field for this language; ``title`` also fills the slug in the source tab."""
    panels: list[Panel] = []
    for field in fields:
        if isinstance(field, Panel):
            panels.append(field)
        elif field == title and language == SOURCE:
            panels.append(TitleFieldPanel(column(field, language), targets=["slug"]))
        else:
            panels.append(OwnTextPanel(column(field, language)))
    return panels


def language_tabs(*, translated: list[str], shared: list[Panel], settings_panels: list[Panel] | None = None) -> Any:
    """Return the edit handler of a page or snippet: a tab per enabled language, one for what they share.

    ``translated`` names fields as in the model (``"title"``, ``"body"``). Fields for search engines are folded away
    at the foot of each tab where the model has them.
    """
    tabs: list[Panel] = []
    is_page = "title" in translated
    for code in enabled_languages():
        panels = language_panels(code, list(translated), title="title" if is_page else None)
        if is_page:
            seo = [FieldPanel(column(name, code)) for name in ("seo_title", "search_description")]
            panels.append(MultiFieldPanel(seo, heading=_("For search engines"), classname="collapsed"))
        tabs.append(ObjectList(panels, heading=LANGUAGE_NAMES[code]))
    if shared:
        tabs.append(ObjectList(shared, heading=_("For all languages")))
    if settings_panels:
        tabs.append(ObjectList(settings_panels, heading=_("Settings")))
    return TabbedInterface(tabs)
