"""Mends where modeltranslation and Wagtail write the editor's language into the wrong column.

Touches private names of both: this one module holds all of it, each mend has a test, and the versions are capped.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils import translation
from modeltranslation import fields as translation_fields
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.fields import RichTextField
from wagtail.fields import StreamField as WagtailStreamField

from exchange.content_i18n import is_empty
from exchange.languages import SCHEMA_LANGUAGES, SOURCE


def harden() -> None:
    """Apply every mend; called once, when all models are loaded."""
    _guard_translated_relations()
    _pin_to_source(CopyPageAction)
    _pin_to_source(CreatePageAliasAction)
    for model in translator.get_registered_models(abstract=False):
        for name in translator.get_options_for_model(model).all_fields:
            field = model._meta.get_field(name)
            _empty_rich_text_is_untranslated(model, name, field)
            if isinstance(field, WagtailStreamField):
                _streams_are_as_required_as_their_field(model, name)


def _guard_translated_relations() -> None:
    """A translated foreign key must not write its fallback id into the active language on ``full_clean``.

    modeltranslation guards plain fields by ``_mt_disable`` and forgets its id descriptor.
    """
    descriptor: Any = translation_fields.TranslatedRelationIdDescriptor
    if getattr(descriptor, "_is_guarded", False):
        return
    original: Callable[[Any, Any, Any], None] = descriptor.__set__

    def guarded(self: Any, instance: Any, value: Any) -> None:
        if getattr(instance, "_mt_init", False) or getattr(instance, "_mt_disable", False):
            instance.__dict__[instance._meta.get_field(self.field_name).attname] = value
        else:
            original(self, instance, value)

    descriptor.__set__ = guarded
    descriptor._is_guarded = True


def _pin_to_source(action: Any) -> None:
    """Copying and aliasing set ``title``: without this the new title goes to the admin's language alone."""
    if getattr(action, "_is_pinned", False):
        return
    original = action.execute

    @wraps(original)
    def execute(self: Any, *args: Any, **kwargs: Any) -> Any:
        with translation.override(SOURCE):
            return original(self, *args, **kwargs)

    action.execute = execute
    action._is_pinned = True


def _empty_rich_text_is_untranslated(model: Any, name: str, field: object) -> None:
    """An editor that was opened and left holds ``<p data-block-key="x"></p>``: fall back as for nothing."""
    if isinstance(field, RichTextField | WagtailStreamField) and name in model.__dict__:
        model.__dict__[name].meaningful_value = lambda value, undefined: not is_empty(value)


def _streams_are_as_required_as_their_field(model: Any, name: str) -> None:
    """``required_languages`` changes ``blank`` after the block was built: build it again, or all are required."""
    for code in SCHEMA_LANGUAGES:
        localized = model._meta.get_field(build_localized_fieldname(name, code))
        localized.block_opts = {**localized.block_opts, "required": not localized.blank}
        localized.__dict__.pop("stream_block", None)
