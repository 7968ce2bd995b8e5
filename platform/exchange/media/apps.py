from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "exchange.media"
    label = "media"
