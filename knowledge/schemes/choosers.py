"""Choosing a document of the library by its title; what is kept is its UUID."""

from typing import Any

from django import forms

from exchange.languages import LANGUAGE_NAMES
from knowledge.library.models import PolicyDocument


class DocumentSelect(forms.Select):
    """A list of all documents of the library with their languages."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> Any:
        """Read the documents afresh whenever the list is drawn; keep a value whose document is gone."""
        rows = PolicyDocument.objects.order_by("title").values_list("uuid", "title", "language")
        offered = {str(uuid): f"{title} ({LANGUAGE_NAMES[language]})" for uuid, title, language in rows}
        gone = {kept: kept for kept in value if kept and kept not in offered}
        self.choices = [("", "---------"), *offered.items(), *gone.items()]
        return super().optgroups(name, value, attrs)
