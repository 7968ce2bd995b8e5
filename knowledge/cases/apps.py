from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "knowledge.cases"
    label = "cases"
    verbose_name = _("Case studies")

    def ready(self) -> None:
        from exchange.home.teasers import register
        from knowledge.cases import indexing, teasers  # noqa: F401 - registers with search

        register(teasers.newest)
