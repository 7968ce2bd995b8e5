"""The roof: which address leads to which room."""

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
# Wagtail's upload of many files at once knows one title; ours has one per language.
one_file = RedirectView.as_view(pattern_name="wagtaildocs:add")
one_picture = RedirectView.as_view(pattern_name="wagtailimages:add")
own_profile = RedirectView.as_view(pattern_name="accounts:profile")

urlpatterns = [
    path("admin/login/", sign_in),
    path("admin/account/", own_profile),
    path("_util/login/", sign_in),
    path("admin/pages/", explore),
    path("admin/pages/<int:parent_page_id>/", explore),
    path("admin/jsi18n/", script_messages.of_the_admin),
    path("admin/documents/multiple/add/", one_file),
    path("admin/images/multiple/add/", one_picture),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("", include("courses.certificates.urls")),  # /c/<CODE>, printed on paper
]

if settings.EXCHANGE_DEMO:
    urlpatterns += [path("demo/mail/", include("exchange.demo_mail"))]

urlpatterns += i18n_patterns(
    path("accounts/", include("allauth.urls")),
    path("my/", include("exchange.accounts.urls")),
    path("my/", include("courses.enrolments.urls")),
    path("my/", include("courses.certificates.my_urls")),
    path("search/", include("search.urls")),
    path("glossary/", include("exchange.glossary.urls")),
    path("quiz/", include("courses.quizzes.urls")),
    path("workshop/", include("courses.workshops.urls")),
    path("verify/", include("courses.certificates.verify_urls")),
    path("library/", include("knowledge.library.urls")),
    path("compare/", include("knowledge.schemes.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)

handler403 = "exchange.views.refused"
handler404 = "exchange.views.not_found"
handler500 = "exchange.views.server_error"
