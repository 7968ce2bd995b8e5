from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "exchange.places"
    label = "places"
