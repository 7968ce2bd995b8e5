"""Addresses of one's own pages, below the language prefix."""

from django.urls import path

from exchange.accounts import views

app_name = "accounts"
urlpatterns = [path("profile/", views.profile, name="profile")]
