"""Policy documents in the admin: upload, state, reason, reading again."""

from typing import Any

from django.contrib import messages
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from exchange.accounts.roles import is_editor
from knowledge.library.forms import PolicyDocumentForm
from knowledge.library.models import PolicyDocument, Source
from knowledge.library.publishing import add_edition, read_edition


def _state(document: PolicyDocument) -> str:
    edition = document.current_edition
    if edition is None:
        return _("No file yet")
    return str(edition.get_reason_display() if edition.state == "failed" else edition.get_state_display())


class KeepsUpload:
    """After saving, the uploaded PDF becomes the next edition and is read; the editor is told how that went."""

    def save_instance(self) -> PolicyDocument:
        """Save the document, then its file."""
        document: PolicyDocument = super().save_instance()  # type: ignore[misc]
        upload = self.form.cleaned_data.get("pdf")  # type: ignore[attr-defined]
        if upload:
            edition = read_edition(edition=add_edition(document=document, file=upload.file))
            if edition.state == "failed":
                messages.warning(self.request, str(edition.get_reason_display()))  # type: ignore[attr-defined]
            else:
                pages = edition.page_count
                messages.success(self.request, _("The text of %(pages)s pages was read.") % {"pages": pages})  # type: ignore[attr-defined]
        return document


class CreateDocument(KeepsUpload, CreateView):
    """The form for a new document."""


class EditDocument(KeepsUpload, EditView):
    """The form for a document that exists."""


class PolicyDocumentViewSet(SnippetViewSet):
    model = PolicyDocument
    icon = "doc-full"
    menu_label = gettext_lazy("Library")
    menu_order = 229
    add_to_admin_menu = True
    add_view_class = CreateDocument
    edit_view_class = EditDocument
    list_display = ["title", "language", "year", Column("state", label=gettext_lazy("Text"), accessor=_state)]
    list_filter = ["language", "kind", "status"]
    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("kind"), FieldPanel("status")]),
        FieldPanel("year"),
        FieldPanel("countries", widget=CheckboxSelectMultiple),
        FieldPanel("pdf"),
        FieldPanel("publisher"),
        FieldPanel("summary"),
        FieldPanel("branches"),
        MultiFieldPanel(
            [FieldPanel("work"), FieldPanel("replaces"), FieldPanel("original_url")], heading=gettext_lazy("Relations")
        ),
        MultiFieldPanel([FieldPanel("visibility"), FieldPanel("groups")], heading=gettext_lazy("Who may read it")),
    ]

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form with the upload."""
        return self._edit_handler.get_form_class()


class SourceViewSet(SnippetViewSet):
    model = Source
    icon = "link"
    list_display = ["title", "publisher", "year"]


PolicyDocument.base_form_class = PolicyDocumentForm
register_snippet(PolicyDocumentViewSet)
register_snippet(SourceViewSet)


@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the newest file once more, after a failure."""
    document = get_object_or_404(PolicyDocument, pk=pk)
    if not is_editor(request.user):
        return HttpResponse(status=403)
    edition = document.current_edition
    if edition is not None:
        read_edition(edition=edition)
        messages.info(request, _state(document))
    return redirect(reverse(PolicyDocument.snippet_viewset.get_url_name("edit"), args=[pk]))


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    return [path("library/<int:pk>/read-again/", read_again, name="library_read_again")]
