"""What a reader chooses on the comparison page."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from exchange.places.branches import Branch
from exchange.places.models import Country

#: More columns can be read neither on a desk nor in print.
MOST_COUNTRIES = 4


class ComparisonForm(forms.Form):
    """Countries (``countries=LA&countries=CN`` or ``countries=LA,CN``), branch, only rows that differ.

    Without a choice all partner countries are shown. A value we do not know chooses nothing.
    """

    countries = forms.MultipleChoiceField(label=_("Countries"), required=False, widget=forms.CheckboxSelectMultiple)
    branch = forms.ChoiceField(label=_("Branch"), required=False, choices=[("", _("All branches")), *Branch.choices])
    differing = forms.BooleanField(label=_("Only rows that differ"), required=False)

    def __init__(self, data: QueryDict, *, countries: list[Country]) -> None:
        """Read the request; offer these countries."""
        self.offered = {country.code: country for country in countries}
        asked = data.copy()
        codes = [code.strip().upper() for value in data.getlist("countries") for code in value.split(",")]
        known = [code for code in dict.fromkeys(codes) if code in self.offered]
        self.too_many = len(known) > MOST_COUNTRIES
        partners = [country.code for country in countries if country.is_partner]
        self.codes = (known or partners)[:MOST_COUNTRIES]
        asked.setlist("countries", list(self.codes))
        super().__init__(asked)
        self.fields["countries"].choices = [(code, country.name) for code, country in self.offered.items()]  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def chosen(self) -> list[Country]:
        """The countries to show, in the order in which they were asked for."""
        return [self.offered[code] for code in self.codes]

    @property
    def branch_code(self) -> str:
        """The branch to show, empty for all."""
        return str(self.cleaned_data.get("branch", ""))

    @property
    def only_differing(self) -> bool:
        """Whether rows in which all say the same are left out."""
        return bool(self.cleaned_data.get("differing"))

    def query(self, **changes: Any) -> str:
        """Return the choice as the query of an address."""
        query = QueryDict(mutable=True)
        query.setlist("countries", list(self.codes))
        if self.branch_code:
            query["branch"] = self.branch_code
        if self.only_differing:
            query["differing"] = "1"
        for name, value in changes.items():
            query[name] = value
        return query.urlencode()
