"""Addresses of the desk's course screens, below ``/admin/``."""

from django.urls import URLPattern, path

from courses.outline.desk import views

urlpatterns: list[URLPattern] = [
    path("desk/courses/", views.courses, name="desk_courses"),
    path("desk/courses/new/", views.new_course, name="desk_new_course"),
    path("desk/courses/<int:pk>/", views.build, name="desk_course"),
    path("desk/preview/<int:pk>/<slug:language>/", views.preview, name="desk_preview"),
]
