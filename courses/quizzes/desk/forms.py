"""The settings of a quiz."""

from typing import Any

from django import forms
from wagtail.admin.widgets import AdminAutoHeightTextInput

from courses.quizzes.models import Quiz
from exchange.content_i18n import enabled_languages
from exchange.languages import column


def settings_form() -> type[forms.ModelForm[Quiz]]:
    """Build the form for the languages that this site has switched on."""
    words = [column(field, code) for field in ("title", "instructions") for code in enabled_languages()]
    rules = ["pass_mark", "attempts_allowed", "shuffle_questions", "shuffle_choices"]
    widgets: dict[str, Any] = {
        column("instructions", code): AdminAutoHeightTextInput(attrs={"lang": code}) for code in enabled_languages()
    }
    return forms.modelform_factory(Quiz, fields=[*words, *rules], widgets=widgets)
