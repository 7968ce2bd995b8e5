"""Address of the glossary, below the language prefix."""

from django.urls import path

from exchange.glossary import views

app_name = "glossary"
urlpatterns = [path("", views.index, name="index")]
