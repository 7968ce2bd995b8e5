"""The roof: which address leads to which room."""

import importlib.util

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from exchange import script_messages, views
from exchange.accounts.explorer import explore
from exchange.sitemaps import sitemap

# Wagtail's own sign-in pages know no second factor: ours takes their place.
sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)
own_profile = RedirectView.as_view(pattern_name="accounts:profile")

urlpatterns = [
    path("admin/login/", sign_in),
    path("admin/account/", own_profile),
    path("_util/login/", sign_in),
    path("admin/pages/", explore),
    path("admin/pages/<int:parent_page_id>/", explore),
    path("admin/jsi18n/", script_messages.of_the_admin),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("", include("courses.certificates.urls")),  # /c/<CODE>, printed on paper
]

if settings.EXCHANGE_DEMO:
    urlpatterns += [path("demo/mail/", include("exchange.demo_mail"))]

#: Views below the language prefix, room by room: first part of the address, module of its addresses.
ROOMS = [
    ("search/", "search.urls"),
    ("glossary/", "exchange.glossary.urls"),
    ("quiz/", "courses.quizzes.urls"),
    ("my/", "courses.enrolments.urls"),
    ("workshop/", "courses.workshops.urls"),
    ("my/", "courses.certificates.my_urls"),
    ("verify/", "courses.certificates.verify_urls"),
    ("library/", "knowledge.library.urls"),
    ("compare/", "knowledge.schemes.urls"),
]


def _stands(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


standing = [(first, module) for first, module in ROOMS if _stands(module)]

urlpatterns += i18n_patterns(
    path("accounts/", include("allauth.urls")),
    path("my/", include("exchange.accounts.urls")),
    *[path(first, include(module)) for first, module in standing],
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)

handler403 = "exchange.views.refused"
handler404 = "exchange.views.not_found"
handler500 = "exchange.views.server_error"
