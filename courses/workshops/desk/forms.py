"""The forms of the workshop at the desk."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.quizzes.models import Quiz
from courses.workshops.models import WorkshopMaterial, WorkshopPage
from courses.workshops.zones import zone_choices
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES, column


class Moment(forms.DateTimeField):
    """A day and an hour as the clock at the place shows them, in the browser's own control."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, input_formats=["%Y-%m-%dT%H:%M"], **kwargs)


def _at_the_place(moment: datetime, zone: str) -> datetime:
    return timezone.make_naive(moment, timezone.get_current_timezone()).replace(tzinfo=ZoneInfo(zone))


class NewWorkshopForm(forms.Form):
    """Title in the trainer's language, begin and end."""

    title = forms.CharField(label=_("Title"), max_length=255, widget=forms.TextInput(attrs={"autofocus": True}))
    starts_at = Moment(label=_("Begins"), help_text=_("As the clock at the place shows it."))
    ends_at = Moment(label=_("Ends"), help_text=_("As the clock at the place shows it."))

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning.

        Raises:
            ValidationError: the workshop would end before it begins.
        """
        values: dict[str, Any] = super().clean() or {}
        if values.get("starts_at") and values.get("ends_at") and values["ends_at"] <= values["starts_at"]:
            self.add_error("ends_at", _("The workshop would end before it begins."))
        return values

    def values(self) -> dict[str, Any]:
        """Return the times in the zone a new workshop has."""
        zone = WorkshopPage._meta.get_field("zone").default
        return {name: _at_the_place(self.cleaned_data[name], zone) for name in ("starts_at", "ends_at")}


class FactsForm(forms.ModelForm[WorkshopPage]):
    """When and where, how many, and the test: with titles and places in every language side by side."""

    starts_at = Moment(label=_("Begins"))
    ends_at = Moment(label=_("Ends"))
    zone = forms.ChoiceField(label=_("Time zone"), choices=zone_choices)
    link = forms.URLField(label=_("Link to take part online"), required=False, assume_scheme="https")

    class Meta:
        model = WorkshopPage
        fields = ["starts_at", "ends_at", "zone", "country", "province", "link", "capacity", "hours", "quiz"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add title and place per language; show times at the place."""
        super().__init__(*args, **kwargs)
        for code in enabled_languages():
            for field, label in (("title", _("Title")), ("place", _("Place"))):
                name = column(field, code)
                self.fields[name] = forms.CharField(
                    label=f"{label} ({LANGUAGE_NAMES[code]})", required=False, max_length=240
                )
                self.initial[name] = getattr(self.instance, name)
        for name in ("starts_at", "ends_at"):
            self.initial[name] = timezone.make_naive(getattr(self.instance, name), ZoneInfo(self.instance.zone))
        self.fields["quiz"].queryset = Quiz.objects.order_by("pk")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Read the times as times of the chosen zone; keep a title in at least one language."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("starts_at", "ends_at"):
            if values.get(name) and values.get("zone"):
                values[name] = _at_the_place(values[name], values["zone"])
        titles = [values.get(column("title", code), "") for code in enabled_languages()]
        if not any(titles):
            self.add_error(column("title", enabled_languages()[0]), _("Write the title in at least one language."))
        elif not values.get("title_en"):
            values["title_en"] = next(text for text in titles if text)
        return values

    def _post_clean(self) -> None:
        """Write title and place too: they are no model fields of this form's Meta."""
        super()._post_clean()  # type: ignore[misc]
        for code in enabled_languages():
            for field in ("title", "place"):
                name = column(field, code)
                if name in self.cleaned_data:
                    setattr(self.instance, name, self.cleaned_data[name])

    @property
    def rows(self) -> list[list[Any]]:
        """The fields as they stand side by side."""
        languages = enabled_languages()
        return [
            [self[column("title", code)] for code in languages],
            [self[name] for name in ("starts_at", "ends_at", "zone")],
            [self[column("place", code)] for code in languages],
            [self[name] for name in ("country", "province", "link")],
            [self[name] for name in ("capacity", "hours", "quiz")],
        ]


class MaterialForm(forms.ModelForm[WorkshopMaterial]):
    """One material: titles, language of the file, when it is used and who may open it; or take it out."""

    remove = forms.BooleanField(label=_("Remove"), required=False)

    class Meta:
        model = WorkshopMaterial
        fields = ["file_language", "phase", "visibility"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add a title per language."""
        super().__init__(*args, **kwargs)
        for code in enabled_languages():
            name = column("title", code)
            self.fields[name] = forms.CharField(
                label=f"{_('Title')} ({LANGUAGE_NAMES[code]})", required=False, max_length=240
            )
            self.initial[name] = getattr(self.instance, name)

    def _post_clean(self) -> None:
        """Write the titles too."""
        super()._post_clean()  # type: ignore[misc]
        for code in enabled_languages():
            setattr(self.instance, column("title", code), self.cleaned_data.get(column("title", code), ""))
