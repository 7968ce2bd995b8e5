"""The form of a value in the admin."""

from typing import Final

from wagtail.admin.forms import WagtailAdminModelForm

#: Fields that may change without a new look at the source: how a value is arranged, not what it says.
NOT_VERIFIED: Final = frozenset({"note", "supersedes", "scheme", "indicator"})


class ProvisionForm(WagtailAdminModelForm):
    """Knows whether a change touches what an editor compared with the source."""

    def changes_what_was_verified(self) -> bool:
        """Say whether value, people, date, source or cited page changed; a new translation counts too."""
        said = {name for name in self.changed_data if name.rsplit("_", 1)[0] != "note" and name not in NOT_VERIFIED}
        formsets = getattr(self, "formsets", {})
        return bool(said) or any(formset.has_changed() for formset in formsets.values())
