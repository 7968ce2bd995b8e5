"""Addresses of the workshop at the desk, below ``/admin/``."""

from django.urls import URLPattern, path

from courses.workshops.desk import views

urlpatterns: list[URLPattern] = [
    path("desk/workshops/new/", views.new_workshop, name="desk_new_workshop"),
    path("desk/workshops/<int:pk>/", views.workshop, name="desk_workshop"),
]
