"""The form of a workshop in the admin, and the one that adds a name to the attendance list."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from courses.workshops.zones import zone_choices
from exchange.writing.fold import normalise_name

MOMENTS = ("starts_at", "ends_at")


class WorkshopPageForm(WagtailAdminPageForm):
    """Asks for the time as the clock on the wall of the workshop shows it, not in the zone of the site."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "zone" in self.fields:
            self.fields["zone"] = forms.ChoiceField(
                label=self.fields["zone"].label, help_text=self.fields["zone"].help_text, choices=zone_choices
            )
        for name in MOMENTS:
            moment = getattr(self.instance, name, None)
            if name in self.fields and moment is not None:
                self.initial[name] = timezone.make_naive(moment, ZoneInfo(self.instance.zone))

    def clean(self) -> dict[str, Any]:
        """Read the typed times as times of the chosen zone."""
        cleaned: dict[str, Any] = super().clean()
        zone = cleaned.get("zone")
        for name in MOMENTS:
            moment = cleaned.get(name)
            if zone and isinstance(moment, datetime):
                typed = timezone.make_naive(moment, timezone.get_current_timezone())
                cleaned[name] = typed.replace(tzinfo=ZoneInfo(zone))
        return cleaned


class NameForm(forms.Form):
    """The name of someone who came without an account."""

    name = forms.CharField(label=_("Full name"), max_length=200)

    def clean_name(self) -> str:
        """Return the name in composed spelling, with single spaces."""
        return normalise_name(self.cleaned_data["name"])
