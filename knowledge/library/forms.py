"""The filters of the library page, and the upload in the admin."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from exchange.languages import LANGUAGE_NAMES
from exchange.places.branches import Branch
from exchange.places.models import Country
from knowledge.library.extraction.checking import check
from knowledge.library.extraction.reasons import Refused
from knowledge.library.models import PolicyDocument

ALL = ("", _("All"))


class LibraryFilters(forms.Form):
    """Country, branch, language, kind and year; every one may be left open, nonsense counts as open."""

    country = forms.ModelChoiceField(
        label=_("Country"), queryset=Country.objects.filter(is_partner=True), required=False, empty_label=ALL[1]
    )
    branch = forms.ChoiceField(label=_("Branch"), choices=[ALL, *Branch.choices], required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[ALL, *PolicyDocument.Kind.choices], required=False)
    year = forms.IntegerField(label=_("Year"), required=False, min_value=1900, max_value=2100, localize=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(code, LANGUAGE_NAMES[code]) for code, _name in settings.LANGUAGES]
        self.fields["language"] = forms.ChoiceField(label=_("Language"), choices=[ALL, *choices], required=False)

    def chosen(self) -> dict[str, Any]:
        """Return what was chosen and understood, by field."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(self, documents: QuerySet[PolicyDocument]) -> QuerySet[PolicyDocument]:
        """Return the documents that fit the choice."""
        chosen = self.chosen()
        branch = chosen.pop("branch", None)
        if branch:
            # A JSON list of codes: every code stands in quotes, so no code is found inside another.
            documents = documents.filter(branches__icontains=f'"{branch}"')
        if "country" in chosen:
            documents = documents.filter(countries=chosen.pop("country"))
        return documents.filter(**chosen)


class PolicyDocumentForm(WagtailAdminModelForm):
    """A document with the PDF that becomes its next edition. A refused file keeps all that was typed."""

    pdf = forms.FileField(
        label=_("PDF file"),
        required=False,
        help_text=_("A new file becomes a new edition; addresses of the old one keep working."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )

    def clean_pdf(self) -> Any:
        """Return the upload if it may be kept.

        Raises:
            forms.ValidationError: with the reason in the editor's language.
        """
        upload = self.cleaned_data.get("pdf")
        if upload:
            try:
                check(upload.file)
            except Refused as refusal:
                raise forms.ValidationError(str(refusal.reason.label)) from refusal
        return upload
