"""Choosing a policy document by its title; what is kept is the identity of the work."""

from typing import Any

from django import forms

from exchange.languages import SOURCE
from knowledge.library.models import PolicyDocument


class WorkSelect(forms.Select):
    """A list of all works of the library, each under one title: in the source language where it exists in it."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> Any:
        """Read the works afresh whenever the list is drawn; keep one that is gone."""
        offered = works()
        known = {work for work, _title in offered}
        gone = [(kept, kept) for kept in value if kept and kept not in known]
        self.choices = [("", "---------"), *offered, *gone]
        return super().optgroups(name, value, attrs)


def works() -> list[tuple[str, str]]:
    """Return identity and title of every work."""
    titles: dict[str, str] = {}
    for work, language, title in PolicyDocument.objects.order_by("title").values_list("work", "language", "title"):
        if language == SOURCE or str(work) not in titles:
            titles[str(work)] = title
    return sorted(titles.items(), key=lambda each: each[1].casefold())
