"""Addresses of the comparison, below the language prefix."""

from django.urls import path

from knowledge.schemes import views

app_name = "schemes"
urlpatterns = [
    path("", views.compare, name="compare"),
    path("provision/<uuid:uuid>/", views.provision, name="provision"),
]
