"""Addresses of the library, below the language prefix."""

from django.urls import path

from knowledge.library import views

app_name = "library"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:uuid>/", views.document, name="document"),
    path("<uuid:uuid>/file/", views.file, name="file"),
    path("<uuid:uuid>/<int:number>/", views.page, name="page"),
    path("<uuid:uuid>/<int:number>/picture.png", views.picture, name="picture"),
]
