"""The workshop at the desk: one page of folded parts, each saved by itself."""

from collections.abc import Callable
from typing import Any, cast

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from courses.outline.desk.listing import state_of
from courses.workshops.desk import editing
from courses.workshops.desk.agenda import parse
from courses.workshops.desk.forms import FactsForm, MaterialForm, NewWorkshopForm
from courses.workshops.models import WorkshopMaterial, WorkshopPage
from exchange.accounts.models import User
from exchange.accounts.roles import is_editor, is_trainer
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES, SOURCE

Act = Callable[[HttpRequest, WorkshopPage, WorkshopPage], None]


def _language() -> str:
    current = get_language() or SOURCE
    return current if current in enabled_languages() else SOURCE


def _person(request: HttpRequest) -> User:
    return cast(User, request.user)


@require_http_methods(["GET", "POST"])
def new_workshop(request: HttpRequest) -> HttpResponse:
    """Begin a workshop with three answers."""
    if not is_trainer(request.user):
        raise PermissionDenied
    form = NewWorkshopForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        title = form.cleaned_data["title"]
        page = editing.begin(title=title, language=_language(), values=form.values(), maker=_person(request))
        return redirect("desk_workshop", page.pk)
    context = {
        "form": form,
        "language": LANGUAGE_NAMES[_language()],
        "header_title": _("New workshop"),
        "page_title": _("New workshop"),
        "header_icon": "calendar",
    }
    return render(request, "courses/outline/desk/new_course.html", context)


@require_http_methods(["GET", "POST"])
def workshop(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the workshop; a posted part is saved as a draft."""
    page = get_object_or_404(WorkshopPage, pk=pk)
    if not is_trainer(request.user) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = editing.draft_of(page)
    is_submitted = page.workflow_in_progress
    is_closed = is_submitted and not is_editor(request.user)
    state = {"is_submitted": is_submitted, "is_closed": is_closed}
    facts = FactsForm(request.POST if request.POST.get("act") == "facts" else None, instance=draft)
    if request.method == "POST":
        act = ACTS.get(request.POST.get("act", ""))
        if act is None or (is_closed and act is not _withdraw):
            messages.warning(request, _("The workshop is with the editors: withdraw it to change it."))
        elif act is _facts and not facts.is_valid():
            return _screen(
                request, page, draft, facts, is_submitted=is_submitted, is_closed=is_closed, open_part="when"
            )
        else:
            act(request, page, draft)
        return redirect("desk_workshop", pk)
    return _screen(request, page, draft, facts, **state)


def _screen(
    request: HttpRequest, page: WorkshopPage, draft: WorkshopPage, facts: FactsForm, **more: Any
) -> HttpResponse:
    title = draft.get_admin_display_title()
    materials = list(draft.materials.all())
    context = {
        **more,
        "workshop": page,
        "draft": draft,
        "facts": facts,
        "agenda": list(draft.agenda.all()),
        "materials": [(each, MaterialForm(instance=each, prefix=str(each.uuid))) for each in materials],
        "languages": [(code, LANGUAGE_NAMES[code]) for code in enabled_languages()],
        "own_language": _language(),
        "phases": WorkshopMaterial.Phase.choices,
        "visibilities": WorkshopMaterial.Visibility.choices,
        "state": state_of(page, is_submitted=bool(more["is_submitted"])),
        "is_changed": not page.live or page.has_unpublished_changes,
        "may_publish": page.permissions_for_user(request.user).can_publish(),
        "header_title": title,
        "page_title": title,
        "header_icon": "calendar",
    }
    return render(request, "courses/workshops/desk/workshop.html", context)


def _facts(request: HttpRequest, page: WorkshopPage, draft: WorkshopPage) -> None:
    editing.keep(draft, user=_person(request))
    messages.success(request, _("Saved."))


def _agenda(request: HttpRequest, page: WorkshopPage, draft: WorkshopPage) -> None:
    pasted = parse(request.POST.get("text", "")[:20_000])
    if pasted.unread or not pasted.lines:
        numbers = ", ".join(str(number) for number in pasted.unread) or "1"
        messages.error(request, _("Nothing was saved. Lines without time and title: %(lines)s") % {"lines": numbers})
        return
    language = request.POST.get("language", "")
    language = language if language in enabled_languages() else _language()
    editing.set_agenda(draft, lines=pasted.lines, language=language, user=_person(request))
    messages.success(request, _("Saved."))


def _files(request: HttpRequest, page: WorkshopPage, draft: WorkshopPage) -> None:
    chosen = {name: request.POST.get(name, "") for name in ("language", "phase", "visibility")}
    chosen["language"] = chosen["language"] if chosen["language"] in enabled_languages() else _language()
    if chosen["phase"] not in WorkshopMaterial.Phase.values:
        chosen["phase"] = WorkshopMaterial.Phase.BEFORE
    if chosen["visibility"] not in WorkshopMaterial.Visibility.values:
        chosen["visibility"] = WorkshopMaterial.Visibility.PARTICIPANTS
    try:
        count = editing.add_files(draft, files=request.FILES.getlist("files"), user=_person(request), **chosen)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        text = ngettext("%(count)s file was added.", "%(count)s files were added.", count)
        messages.success(request, text % {"count": count})


def _materials(request: HttpRequest, page: WorkshopPage, draft: WorkshopPage) -> None:
    forms = [MaterialForm(request.POST, instance=each, prefix=str(each.uuid)) for each in draft.materials.all()]
    if any(not form.is_valid() for form in forms):
        messages.error(request, _("Choose language, time and readers of every material."))
        return
    draft.materials = [form.instance for form in forms if not form.cleaned_data["remove"]]
    editing.keep(draft, user=_person(request))
    messages.success(request, _("Saved."))


def _submit(request: HttpRequest, page: WorkshopPage, draft: WorkshopPage) -> None:
    if editing.submit(page=page, user=_person(request)):
        messages.success(request, _("Submitted: the editors have been told."))
    else:
        messages.warning(request, _("Nothing has changed since the last submission."))


def _withdraw(request: HttpRequest, page: WorkshopPage, draft: WorkshopPage) -> None:
    if state := page.current_workflow_state:
        state.cancel(user=_person(request))


def _publish(request: HttpRequest, page: WorkshopPage, draft: WorkshopPage) -> None:
    try:
        editing.publish(page=page, user=_person(request))
    except ValidationError as error:
        title = draft.get_admin_display_title()
        reason = " ".join(error.messages)
        messages.error(request, _("“%(title)s” cannot be published: %(reason)s") % {"title": title, "reason": reason})
    else:
        messages.success(request, _("The workshop is published."))


ACTS: dict[str, Act] = {
    "facts": _facts,
    "agenda": _agenda,
    "files": _files,
    "materials": _materials,
    "submit": _submit,
    "withdraw": _withdraw,
    "publish": _publish,
}
