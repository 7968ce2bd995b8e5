"""Addresses without a language prefix; printed on paper, so they never change and do not mind capitals."""

from django.urls import path, re_path

from courses.certificates import public_views

app_name = "certificates"
urlpatterns = [
    re_path(r"^[cC]/$", public_views.ask, name="ask_in_any_case"),
    re_path(r"^[cC]/(?P<code>[^/]{1,80})/?$", public_views.check, name="verify_in_any_case"),
    path("c/", public_views.ask, name="ask"),
    path("c/<str:code>", public_views.check, name="verify"),
]
