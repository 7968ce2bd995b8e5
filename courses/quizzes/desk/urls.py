"""Addresses of the quiz desk, below ``/admin/``."""

from django.urls import URLPattern, path

from courses.quizzes.desk import views
from courses.quizzes.desk.paste import paste

urlpatterns: list[URLPattern] = [
    path("desk/quiz/<int:pk>/", views.write, name="desk_quiz"),
    path("desk/quiz/<int:pk>/paste/", paste, name="desk_quiz_paste"),
    path("desk/quiz/<int:pk>/bank/", views.bank, name="desk_quiz_bank"),
    path("desk/quiz/<int:pk>/settings/", views.rules, name="desk_quiz_settings"),
]
