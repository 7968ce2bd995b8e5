from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from courses.quizzes.desk_forms import ROWS, named, question_form
from courses.quizzes.models import Question, QuestionBank, Quiz
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES, column


def side_by_side(names: dict[str, str], heading: Any) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names.values()], heading=heading)


def _choice_panel(row: int) -> MultiFieldPanel:
    panels = [
        FieldPanel(f"choice{row}_uuid"),
        FieldRowPanel([FieldPanel(f"choice{row}_right"), FieldPanel(f"choice{row}_place")]),
        side_by_side(named("text", row), _("choice")),
        side_by_side(named("match", row), _("partner")),
        side_by_side(named("feedback", row), _("feedback")),
    ]
    folded = "" if row <= 4 else "collapsed"
    return MultiFieldPanel(panels, heading=f"{row}", classname=folded)


class QuestionBankViewSet(SnippetViewSet):
    model = QuestionBank
    icon = "folder-open-inverse"
    add_to_admin_menu = False
    panels = [FieldPanel("title")]
    search_fields = ["title"]
    search_backend_name = None


class QuestionViewSet(SnippetViewSet):
    model = Question
    icon = "help"
    list_display = ["__str__", Column("get_kind_display", label=_("kind")), "bank"]
    list_filter = ["kind", "bank"]
    list_per_page = 50
    search_backend_name = None

    @property
    def search_fields(self) -> list[str]:
        return [f"current__{column('text', language)}" for language in enabled_languages()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        return Question.objects.with_current()

    @property
    def edit_handler(self) -> ObjectList:
        panels = [
            FieldRowPanel([FieldPanel("bank"), FieldPanel("kind"), FieldPanel("points")]),
            side_by_side(named("text"), _("question")),
            side_by_side(named("explanation"), _("why this is right")),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("numeric_value"), FieldPanel("tolerance")]),
                    side_by_side(named("unit"), _("unit")),
                ],
                heading=_("Number"),
                classname="collapsed",
            ),
            *[_choice_panel(row) for row in range(1, ROWS + 1)],
        ]
        return ObjectList(panels, base_form_class=question_form())


class QuizViewSet(SnippetViewSet):
    model = Quiz
    icon = "tasks"
    list_display = ["__str__", "pass_mark", "attempts_allowed"]
    search_backend_name = None

    @property
    def search_fields(self) -> list[str]:
        return [column("title", language) for language in enabled_languages()]

    @property
    def edit_handler(self) -> ObjectList:
        names = [FieldPanel(column("title", code), heading=LANGUAGE_NAMES[code]) for code in enabled_languages()]
        words = [
            FieldPanel(column("instructions", code), heading=LANGUAGE_NAMES[code], widget=AdminAutoHeightTextInput())
            for code in enabled_languages()
        ]
        rules = ["pass_mark", "attempts_allowed"]
        panels = [
            FieldRowPanel(names, heading=_("title")),
            FieldRowPanel(words, heading=_("instructions")),
            FieldRowPanel([FieldPanel(rule) for rule in rules]),
            FieldPanel("shuffle_questions"),
            FieldPanel("shuffle_choices"),
            InlinePanel("quiz_questions", [FieldPanel("question")], heading=_("questions"), label=_("question")),
        ]
        return ObjectList(panels)


class QuestionBankGroup(SnippetViewSetGroup):
    items = (QuestionViewSet, QuizViewSet, QuestionBankViewSet)
    menu_label = _("Question bank")
    menu_icon = "help"
    menu_order = 220


register_snippet(QuestionBankGroup)
