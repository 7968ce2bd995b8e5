from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutlineConfig(AppConfig):
    name = "courses.outline"
    label = "outline"
    verbose_name = _("Courses")

    def ready(self) -> None:
        from courses.outline import following, indexing  # noqa: F401 - registers with search
        from courses.outline.desk.uses import use_of
        from courses.quizzes.desk import rights

        following.connect()
        rights.register(use_of)
