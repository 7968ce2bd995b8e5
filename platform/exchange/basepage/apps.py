from django.apps import AppConfig


class BasePageConfig(AppConfig):
    name = "exchange.basepage"
    label = "basepage"

    def ready(self) -> None:
        from exchange.basepage.hardening import harden

        harden()
