"""The form that begins a course: three fields, everything else has a default."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from exchange.places.models import Country


class NewCourseForm(forms.Form):
    """Title in the trainer's language, country, hours."""

    title = forms.CharField(label=_("Title"), max_length=255, widget=forms.TextInput(attrs={"autofocus": True}))
    country = forms.ModelChoiceField(
        label=_("Country"),
        queryset=Country.objects.none(),
        required=False,
        empty_label=_("All countries"),
    )
    hours = forms.DecimalField(
        label=_("Hours of work"), min_value=Decimal("0.1"), max_digits=4, decimal_places=1, initial=1
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Offer the countries, partners first."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["country"].queryset = Country.objects.order_by("-is_partner", "code")  # type: ignore[attr-defined]
