"""What a trainer is told before submitting a course: advice, not orders."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from courses.outline.desk.state import Builder, Written
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES


@dataclass(frozen=True, kw_only=True)
class Advice:
    """One remark; ``url`` leads to where it is mended."""

    text: "str | Promise"
    url: str = ""


def advice_on(builder: Builder) -> list[Advice]:
    """Return what is unfinished: empty modules, lessons without text, quizzes without questions, languages."""
    found = [
        Advice(text=_("The module “%(title)s” has no lesson.") % {"title": module.title})
        for module in builder.modules
        if not module.lessons
    ]
    found += [
        Advice(
            text=_("The lesson “%(title)s” has no text yet.") % {"title": lesson.title},
            url=reverse("wagtailadmin_pages:edit", args=[lesson.page.pk]),
        )
        for lesson in builder.unwritten
    ]
    found += [
        Advice(
            text=_("The quiz “%(title)s” has no question.") % {"title": str(quiz)},
            url=reverse("desk_quiz", args=[quiz.pk]),
        )
        for quiz in builder.quizzes
        if not quiz.question_count
    ]
    for code in enabled_languages():
        missing = sum(state != Written.DONE for state in builder.by_language[code])
        if missing:
            words = {"language": LANGUAGE_NAMES[code], "missing": missing, "all": len(builder.lessons)}
            found.append(Advice(text=_("%(language)s: %(missing)s of %(all)s lessons are not finished.") % words))
    return found
