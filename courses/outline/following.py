"""Lessons follow their course: what is decided above them changes what may be found of them."""

from typing import Any

from wagtail.signals import page_published, page_unpublished

from courses.outline.models import CoursePage, ModulePage
from search.outbox import keys_changed
from search.signals import keys_below


def connect() -> None:
    """Tell search of every lesson below when a course or module is published or withdrawn; called once at start."""
    for model in (CoursePage, ModulePage):
        for name, signal in (("published", page_published), ("unpublished", page_unpublished)):
            signal.connect(_branch_changed, sender=model, dispatch_uid=f"outline.{model.__name__}.{name}")


def _branch_changed(*, instance: CoursePage | ModulePage, **_kwargs: Any) -> None:
    keys_changed(keys_below(instance))
