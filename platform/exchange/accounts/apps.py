from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "exchange.accounts"
    label = "accounts"

    def ready(self) -> None:
        from exchange.accounts import signals

        signals.connect()
