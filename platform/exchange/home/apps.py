from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "exchange.home"
    label = "home"

    def ready(self) -> None:
        from exchange import upstream_labels  # Wagtail's forms need the registry of models

        upstream_labels.translate()
