"""Model fields shared by all rooms."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.fields import StreamField as WagtailStreamField

from exchange.languages import LANGUAGE_NAMES, SCHEMA_LANGUAGES


class StreamField(WagtailStreamField):
    """Wagtail's StreamField whose block definitions stay out of migrations.

    A block is content, not schema: with definitions inside, every new wording of a block is a migration of
    hundreds of lines. Old migrations need no blocks to read or write JSON.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return the field without its blocks."""
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "exchange.fields.StreamField", [[]], kwargs


class CodeListField(models.JSONField):
    """A JSON list of codes out of a fixed set, edited as boxes to tick.

    For sets that need no rows of their own: the nine branches of a convention of 1952, the languages of the site.
    A subclass says what there is to choose.
    """

    def options(self) -> Sequence[tuple[str, Any]]:
        """Return the codes and their names."""
        raise NotImplementedError

    def formfield(self, **kwargs: Any) -> Any:
        """Offer the options as boxes to tick."""
        return forms.TypedMultipleChoiceField(
            choices=self.options,
            coerce=str,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            label=capfirst(kwargs.get("label", self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Accept only known codes.

        Raises:
            ValidationError: the list holds something that is no option.
        """
        super().validate(value, model_instance)
        known = {code for code, _name in self.options()}
        unknown = [str(each) for each in value if each not in known]
        if unknown:
            raise ValidationError(_("“%(codes)s” cannot be chosen here.") % {"codes": ", ".join(unknown)})


class LanguageListField(CodeListField):
    """Some of the languages of the schema."""

    def options(self) -> Sequence[tuple[str, Any]]:
        """Return the languages by their own names."""
        return [(code, LANGUAGE_NAMES[code]) for code in SCHEMA_LANGUAGES]
