"""Saving, deleting, publishing, moving and closing of registered content is noted in the outbox."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from search.outbox import changed, keys_changed
from search.registry import on_registration, source_of, sources

#: Fields that Wagtail writes when a draft is saved: what readers see is as it was.
OF_DRAFTS = frozenset(
    ("latest_revision", "has_unpublished_changes", "draft_title", "latest_revision_created_at", "locked", "locked_by")
)


def connect() -> None:
    """Listen to every model that is registered or will be, and to what happens to pages."""
    on_registration(_listen_to)
    for signal in (page_published, page_unpublished):
        signal.connect(_page_changed, dispatch_uid=f"search-{id(signal)}")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(_branch_changed, dispatch_uid=f"search-{id(signal)}")
    post_save.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="search-closed")
    post_delete.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="search-opened")
    through = PageViewRestriction.groups.through
    m2m_changed.connect(_restriction_changed, sender=through, dispatch_uid="search-groups")


def _listen_to(model: type[Model]) -> None:
    label = model._meta.label_lower
    post_save.connect(_saved, sender=model, dispatch_uid=f"search-saved-{label}")
    post_delete.connect(_deleted, sender=model, dispatch_uid=f"search-deleted-{label}")


def _saved(*, instance: Model, raw: bool = False, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    if not raw and not (update_fields and OF_DRAFTS.issuperset(update_fields)):
        changed(instance)


def _deleted(*, instance: Model, **kwargs: Any) -> None:
    changed(instance)


def _page_changed(*, instance: AbstractPage, **kwargs: Any) -> None:
    if source_of(type(instance)):
        changed(instance)


def _branch_changed(*, instance: AbstractPage, **kwargs: Any) -> None:
    keys_changed(keys_below(instance))


def _restriction_changed(*, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, PageViewRestriction):  # of a group's own side nothing is known here
        keys_changed(keys_below(instance.page))


def keys_below(page: AbstractPage) -> Iterator[str]:
    """Keys of the page and of all registered pages below it."""
    for source in sources():
        if issubclass(source.model, AbstractPage):
            pages = source.model._default_manager.filter(path__startswith=page.path)
            yield from (f"{source.model._meta.label_lower}:{pk}" for pk in pages.values_list("pk", flat=True))
