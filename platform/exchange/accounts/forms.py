"""Forms of sign-up and profile."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from exchange.accounts.models import Consent, Profile, User
from exchange.places.models import Country, Institution, Province
from exchange.writing.fold import normalise_name

#: Raise when the sentence beside the box changes in meaning: consents name the version they were given to.
PRIVACY_TEXT_VERSION = 1


CHOICES: dict[str, list[tuple[str, Any]]] = {"sex": [*Profile.Sex.choices], "age_band": [*Profile.AgeBand.choices]}


class CertificateNameMixin(forms.Form):
    """One field for the whole name, in the spelling that will be printed."""

    def clean_certificate_name(self) -> str:
        """Return the name in composed spelling, with single spaces."""
        return normalise_name(self.cleaned_data["certificate_name"])

    def clean_certificate_name_latin(self) -> str:
        """Return the Latin form, which must be in Latin letters.

        Raises:
            forms.ValidationError: a letter of another script is in it.
        """
        name = normalise_name(self.cleaned_data.get("certificate_name_latin", ""))
        if any(letter.isalpha() and ord(letter) >= 0x250 for letter in name):
            raise forms.ValidationError(_("Write this form of your name in Latin letters only."))
        return name


class SignUpFields(CertificateNameMixin):
    """What sign-up asks beside e-mail and password (allauth adds this class to its form)."""

    certificate_name = forms.CharField(
        label=_("Your full name"),
        max_length=200,
        help_text=_("As it should stand on your certificates, in your own script."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    country = forms.ModelChoiceField(
        label=_("Country"), queryset=Country.objects.all(), empty_label=_("Choose your country")
    )
    agreement = forms.BooleanField(
        label=_("I agree that my name, e-mail, language and country are kept to run my courses and certificates."),
    )
    field_order = ["certificate_name", "email", "password1", "country", "agreement"]

    def signup(self, request: HttpRequest, user: User) -> None:
        """Store profile and consent of a person who just signed up; their language is the one they read."""
        language = get_language() or settings.LANGUAGE_CODE
        Profile.objects.create(
            user=user,
            certificate_name=self.cleaned_data["certificate_name"],
            country=self.cleaned_data["country"],
            language=language,
        )
        Consent.objects.create(
            user=user, purpose="learning-record", text_version=PRIVACY_TEXT_VERSION, language=language
        )


class ProfileForm(CertificateNameMixin, forms.ModelForm[Profile]):
    """My profile: four things that are needed, four that help and may stay empty."""

    class Meta:
        model = Profile
        fields = [
            "certificate_name",
            "certificate_name_latin",
            "language",
            "country",
            "sex",
            "age_band",
            "province",
            "institution",
            "institution_other",
        ]
        labels = {"certificate_name": _("Your full name")}
        help_texts = {
            "certificate_name": _("As it should stand on your certificates, in your own script."),
            "certificate_name_latin": _("Optional. Printed below your name on certificates in English."),
            "sex": _("Optional. Shows whether women and men are reached alike; reports hide groups under 5."),
            "age_band": _("Optional. Shows which age groups are reached; reports hide groups under 5."),
            "province": _("Optional. Shows which provinces are reached, so that training goes where it is missing."),
            "institution": _("Optional. Lets your institution see how many of its staff were trained."),
            "institution_other": _("Optional. If yours is not in the list."),
        }

    required_fields: ClassVar[tuple[str, ...]] = (
        "certificate_name",
        "certificate_name_latin",
        "language",
        "country",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
        for name, queryset in {
            "country": Country.objects.all(),
            "province": Province.objects.all(),
            "institution": Institution.objects.all(),
        }.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
            field.queryset = queryset
        for name in ("sex", "age_band", "province", "institution"):
            choice = self.fields[name]
            if isinstance(choice, forms.ModelChoiceField):
                choice.empty_label = _("I prefer not to say")
            elif isinstance(choice, forms.ChoiceField):
                choice.choices = [
                    ("", _("I prefer not to say")),
                    *CHOICES[name],
                ]

    def needed(self) -> list[forms.BoundField]:
        """Return the fields that every learner has."""
        return [self[name] for name in self.required_fields]

    def optional(self) -> list[forms.BoundField]:
        """Return the fields that may stay empty."""
        return [self[name] for name in self.fields if name not in self.required_fields]
