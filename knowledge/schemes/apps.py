from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchemesConfig(AppConfig):
    name = "knowledge.schemes"
    label = "schemes"
    verbose_name = _("Schemes")

    def ready(self) -> None:
        from exchange.sitemaps import register
        from knowledge.schemes.reading import public_addresses

        register(public_addresses)
