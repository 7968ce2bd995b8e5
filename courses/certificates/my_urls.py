"""Addresses of a learner's own certificates, below ``/<language>/my/``."""

from django.urls import path

from courses.certificates import my_views

app_name = "my_certificates"
urlpatterns = [
    path("certificates/", my_views.awards, name="awards"),
    path("certificates/attended/<uuid:attendance>/", my_views.award_attendance, name="award_attendance"),
    path("certificates/<uuid:award>/", my_views.award, name="award"),
    path("certificates/<uuid:award>/<str:code>.pdf", my_views.download, name="download"),
]
