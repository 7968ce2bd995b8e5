"""Which languages a sheet shall have; why a certificate is taken back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.certificates.issuing import MOST_LANGUAGES, canonical
from courses.certificates.models import Certificate
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES


def sheets() -> list[tuple[str, Any]]:
    """Return what a learner may choose: one language each, and all of them on one sheet where they fit."""
    codes = enabled_languages()
    choices: list[tuple[str, Any]] = [(code, LANGUAGE_NAMES[code]) for code in codes]
    if 1 < len(codes) <= MOST_LANGUAGES:
        choices.append((canonical(codes), _("All languages on one sheet")))
    return choices


class SheetForm(forms.Form):
    """The choice of languages for one sheet."""

    languages = forms.ChoiceField(label=_("Language of the certificate"), choices=sheets, widget=forms.RadioSelect)


class RevokeForm(forms.Form):
    """The reason of a revocation: a category for everybody, a note for administrators."""

    category = forms.ChoiceField(
        label=_("Reason shown to everybody who checks the code"),
        choices=[("", _("Choose a reason")), *Certificate.Reason.choices],
    )
    note = forms.CharField(
        label=_("Internal note"),
        help_text=_("Seen by administrators only."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
