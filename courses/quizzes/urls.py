"""Addresses of the quiz pages, below ``/<language>/quiz/``."""

from django.urls import path

from courses.quizzes import views

app_name = "quizzes"
urlpatterns = [
    path("kept/<uuid:uuid>/", views.kept, name="kept"),
    path("<uuid:uuid>/", views.attempt, name="attempt"),
    path("<uuid:uuid>/review/", views.review, name="review"),
    path("<uuid:uuid>/result/", views.result, name="result"),
]
