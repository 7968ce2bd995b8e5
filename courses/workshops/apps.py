from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkshopsConfig(AppConfig):
    name = "courses.workshops"
    label = "workshops"
    verbose_name = _("Workshops")

    def ready(self) -> None:
        from courses.quizzes.contexts import register as register_context
        from courses.workshops import (
            indexing,  # noqa: F401 - registers with search
            teasers,
            testing,
        )
        from exchange.home.teasers import register as register_teasers

        register_context(testing.context_of)
        register_teasers(teasers.next_workshop)
