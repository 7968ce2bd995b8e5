from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    name = "courses.certificates"
    label = "certificates"
    verbose_name = _("Certificates")

    def ready(self) -> None:
        from courses.certificates import links, receivers
        from courses.enrolments.rewards import register as register_reward
        from courses.enrolments.signals import course_completed
        from courses.workshops.rewards import register as register_workshop_reward
        from exchange.home.teasers import register as register_teasers
        from exchange.typesetting.checks import fast_subsetting_is_installed

        checks.register(fast_subsetting_is_installed)
        course_completed.connect(receivers.award_completed_course, dispatch_uid="certificates.award_completed_course")
        register_reward(links.of_completion)
        register_workshop_reward(links.of_attendance)
        register_teasers(links.on_home_page)
