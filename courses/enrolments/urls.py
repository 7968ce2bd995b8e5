"""Addresses of a learner's own courses, below ``/<language>/my/``."""

from django.urls import path

from courses.enrolments import views

app_name = "enrolments"
urlpatterns = [
    path("courses/", views.my_courses, name="courses"),
    path("courses/<uuid:course>/enrol/", views.enrol, name="enrol"),
    path("lessons/<int:lesson>/read/", views.read, name="read"),
    path("activities/<int:activity>/start/", views.start, name="start"),
]
