"""What a trainer does to a workshop at the desk: begin it, set its facts, its agenda and its materials, submit it."""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Collection

from courses.outline.desk.building import free_slug
from courses.workshops.desk.agenda import Line, items_of
from courses.workshops.models import WorkshopIndexPage, WorkshopMaterial, WorkshopPage
from exchange.accounts.models import User
from exchange.languages import SOURCE, column
from exchange.media.models import ExchangeDocument

#: Endings by which offices mark the language of a file: "slides_lo.pdf", "guide-EN.docx".
MARKS = {
    "lo": "lo",
    "la": "lo",
    "lao": "lo",
    "en": "en",
    "eng": "en",
    "zh": "zh-hans",
    "cn": "zh-hans",
    "chi": "zh-hans",
}


@transaction.atomic
def begin(*, title: str, language: str, values: Mapping[str, Any], maker: User) -> WorkshopPage:
    """Begin a workshop as a draft of its maker.

    Raises:
        WorkshopIndexPage.DoesNotExist: the site has no list of workshops to put it in.
    """
    index = WorkshopIndexPage.objects.get()
    page = WorkshopPage(live=False, has_unpublished_changes=True, owner=maker, **values)
    setattr(page, column("title", language), title)
    if language != SOURCE:
        setattr(page, column("title", SOURCE), title)
    page.slug = free_slug(index, title if language == SOURCE else "", "workshop")
    index.add_child(instance=page)
    page.save_revision(user=maker, clean=False, log_action=True)
    return page


def draft_of(page: WorkshopPage) -> WorkshopPage:
    """Return the workshop as its trainers left it."""
    draft: WorkshopPage = page.get_latest_revision_as_object()
    return draft


@transaction.atomic
def keep(draft: WorkshopPage, *, user: User) -> None:
    """Save a draft: the page itself too while readers do not see it."""
    if not draft.live:
        draft.save()
    draft.save_revision(user=user, clean=False, log_action=True)


def set_agenda(draft: WorkshopPage, *, lines: list[Line], language: str, user: User) -> None:
    """Replace the agenda; titles go into one language, those of the other languages stay with their hour."""
    draft.agenda = list(items_of(lines, list(draft.agenda.all()), column("title", language)))
    keep(draft, user=user)


def language_of_file(name: str, otherwise: str) -> str:
    """Return the language a file's name tells, else ``otherwise``."""
    found = re.findall(r"[a-z]+", PurePath(name).stem.lower().rpartition("_")[2].rpartition("-")[2])
    return MARKS.get(found[-1], otherwise) if found else otherwise


@transaction.atomic
def add_files(
    draft: WorkshopPage, *, files: Iterable[Any], language: str, phase: str, visibility: str, user: User
) -> int:
    """Make a material of every file; its title is the name of the file, in the language of the file.

    Returns:
        How many were added.

    Raises:
        ValidationError: a file is of a kind the site does not take; none was added.
    """
    root = Collection.get_first_root_node()
    added = 0
    for file in files:
        own = language_of_file(file.name or "", language)
        title = re.sub(r"[_\s]+", " ", PurePath(file.name or "").stem).strip()[:240]
        document = ExchangeDocument(
            title_en=title, file=file, file_size=file.size, language=own, collection=root, uploaded_by_user=user
        )
        setattr(document, column("title", own), title)
        document.full_clean()
        document.save()
        material = WorkshopMaterial(document=document, phase=phase, file_language=own, visibility=visibility)
        setattr(material, column("title", own), title)
        draft.materials.add(material)
        added += 1
    keep(draft, user=user)
    return added


def submit(*, page: WorkshopPage, user: User) -> bool:
    """Start the review; False when there is nothing new, or a review is under way."""
    workflow = page.get_workflow()
    if workflow is None or page.workflow_in_progress or (page.live and not page.has_unpublished_changes):
        return False
    workflow.start(page, user)
    return True


@transaction.atomic
def publish(*, page: WorkshopPage, user: User) -> None:
    """Publish the latest state, approving what was submitted.

    Raises:
        PermissionDenied: the person may not publish.
        ValidationError: the workshop is not complete.
    """
    if not page.permissions_for_user(user).can_publish():
        raise PermissionDenied
    state = page.current_workflow_state
    if state and state.current_task_state:
        state.current_task_state.approve(user=user)
        page.refresh_from_db()
    if not page.live or page.has_unpublished_changes:
        page.get_latest_revision().publish(user=user)
