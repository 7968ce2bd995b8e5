"""The register of certificates in the admin, for administrators."""

from django.urls import URLPattern, path
from wagtail import hooks

from courses.certificates.register_views import CertificateViewSet, record


@hooks.register("register_admin_viewset")
def register_certificates() -> CertificateViewSet:
    return CertificateViewSet("certificate_register", url_prefix="certificates")


@hooks.register("register_admin_urls")
def register_record() -> list[URLPattern]:
    return [path("certificates/record/<int:pk>/", record, name="certificate_record")]


@hooks.register("register_icons")
def register_icon(icons: list[str]) -> list[str]:
    return [*icons, "wagtailadmin/icons/certificate.svg"]
