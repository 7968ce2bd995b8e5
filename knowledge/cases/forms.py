"""The filters of the list of case studies."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES
from exchange.places.branches import Branch
from exchange.places.models import Country


class CaseStudyFilter(forms.Form):
    """Country, branch, language; an address with a value we do not know filters nothing."""

    country = forms.ChoiceField(label=_("Country"), required=False)
    branch = forms.ChoiceField(label=_("Branch"), required=False, choices=[("", _("All branches")), *Branch.choices])
    language = forms.ChoiceField(label=_("Available in"), required=False)

    def __init__(self, *args: Any, countries: list[Country], **kwargs: Any) -> None:
        """Offer the countries that case studies tell of and the languages that are switched on."""
        super().__init__(*args, **kwargs)
        offered = [("", _("All countries")), *((country.code, country.name) for country in countries)]
        self.fields["country"].choices = offered  # type: ignore[attr-defined]
        names = [(code, LANGUAGE_NAMES[code]) for code in enabled_languages()]
        self.fields["language"].choices = [("", _("All languages")), *names]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> dict[str, str]:
        """Return the filters in force: valid and not empty."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
