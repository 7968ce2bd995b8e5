from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnrolmentsConfig(AppConfig):
    name = "courses.enrolments"
    label = "enrolments"
    verbose_name = _("Enrolments")

    def ready(self) -> None:
        from courses.enrolments import receivers, standing, teasers, telling
        from courses.outline.standing import register as register_standing
        from courses.quizzes.contexts import register as register_context
        from courses.quizzes.signals import attempt_submitted
        from exchange.home.teasers import register as register_teasers
        from search.audiences import register as register_audience

        register_standing(standing.of_reader)
        register_context(telling.context_of)
        register_audience(standing.audience_of)
        register_teasers(teasers.for_reader)
        attempt_submitted.connect(receivers.complete_after_quiz, dispatch_uid="enrolments.complete_after_quiz")
