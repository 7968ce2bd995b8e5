"""The register of certificates for administrators: find one, read its history, take it back."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from courses.certificates import codes, revoking
from courses.certificates.drawing import name_runs
from courses.certificates.forms import RevokeForm
from courses.certificates.issuing import names_of_languages
from courses.certificates.models import Award, Certificate
from courses.certificates.wording import wording
from exchange.accounts.models import User
from exchange.accounts.roles import is_administrator
from exchange.languages import SOURCE


class RegisterPolicy(ModelPermissionPolicy):
    """Administrators look; nobody adds, changes or deletes a row by hand."""

    def user_has_permission(self, user: User | AnonymousUser, action: str) -> bool:
        """Allow looking only."""
        return action == "view" and is_administrator(user)


register_permission_policy(Certificate, RegisterPolicy(Certificate))


class RegisterView(generic.IndexView):
    """All certificates, newest first."""

    def get_base_queryset(self) -> "QuerySet[Certificate]":
        """Return the drawn certificates with their awards."""
        found: QuerySet[Certificate] = super().get_base_queryset()
        return found.select_related("award").exclude(sha256="")

    def search_queryset(self, queryset: "QuerySet[Certificate]") -> "QuerySet[Certificate]":
        """Find a code in whatever form it was typed, else a part of a name."""
        if not self.is_searching:
            return queryset
        try:
            return queryset.filter(code=codes.parse(self.search_query))
        except codes.Mistyped:
            found: QuerySet[Certificate] = super().search_queryset(queryset)
            return found

    def get_list_more_buttons(self, instance: Certificate) -> list[MenuItem]:
        """Offer the record, where a certificate can be revoked."""
        return [MenuItem(_("Open the record"), url=_record_url(instance), icon_name="doc-full", priority=10)]


def _record_url(certificate: Certificate) -> str:
    return reverse("certificate_record", args=[certificate.pk])


class CertificateViewSet(ModelViewSet):
    """The register in the menu of the admin."""

    model = Certificate
    index_view_class = RegisterView
    icon = "certificate"
    menu_label = gettext_lazy("Certificates")
    menu_order = 280
    add_to_admin_menu = True
    copy_view_enabled = False
    add_to_reference_index = False
    form_fields = ["status"]
    list_display = [
        TitleColumn("shown_code", label=gettext_lazy("Code"), get_url=_record_url),
        Column("name", label=gettext_lazy("Full name"), accessor="award.snapshot.name"),
        Column("kind", label=gettext_lazy("Kind"), accessor="award.get_kind_display"),
        Column("status", label=gettext_lazy("Status"), accessor="get_status_display"),
        DateColumn("issued_at", label=gettext_lazy("Issued on"), sort_key="issued_at"),
    ]
    list_filter = ["status", "award__kind"]
    search_fields = ["code", "award__snapshot__name", "award__snapshot__latin"]
    search_backend_name = None
    ordering = ["-issued_at"]


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one certificate and its history; posting revokes it with all sheets of its award."""
    if not is_administrator(request.user):
        raise PermissionDenied
    certificate = get_object_or_404(Certificate.objects.select_related("award", "revoked_by"), pk=pk)
    form = RevokeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _revoke(request, certificate, form.cleaned_data)
    return render(request, "courses/certificates/record.html", _record(certificate, form))


def _revoke(request: HttpRequest, certificate: Certificate, chosen: dict[str, Any]) -> HttpResponse:
    assert isinstance(request.user, User)  # noqa: S101 - an administrator
    revoked = revoking.revoke(
        certificate=certificate, category=chosen["category"], by=request.user, note=chosen["note"]
    )
    told = ngettext(
        "%(count)d certificate is revoked. Whoever checks its code reads so from now on.",
        "%(count)d certificates are revoked. Whoever checks their codes reads so from now on.",
        len(revoked),
    )
    messages.success(request, told % {"count": len(revoked)})
    return redirect("certificate_record", certificate.pk)


def _record(certificate: Certificate, form: RevokeForm) -> dict[str, Any]:
    award: Award = certificate.award
    sheets = [(each, names_of_languages(each)) for each in award.certificates.order_by("issue_number", "languages")]
    return {
        "certificate": certificate,
        "words": wording(kind=award.kind, snapshot=award.snapshot, language=get_language() or SOURCE),
        "name": name_runs(award.snapshot["name"]),
        "latin": award.snapshot["latin"],
        "is_workshop": award.kind == Award.Kind.ATTENDANCE,
        "sheets": sheets,
        "events": certificate.events.select_related("actor__profile"),
        "form": form,
        "may_revoke": certificate.status == Certificate.Status.VALID,
        "page_title": certificate.shown_code,
        "header_title": certificate.shown_code,
        "header_icon": "certificate",
    }
