from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from courses.quizzes.desk import urls
from courses.quizzes.desk.rights import may_edit, may_edit_question
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
    list_display = [
        TitleColumn("__str__", label=_("title"), get_url=lambda quiz: reverse("desk_quiz", args=[quiz.pk])),
        "pass_mark",
        "attempts_allowed",
    ]
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


@hooks.register("register_admin_urls")
def register_desk_addresses() -> list[URLPattern]:
    return urls.urlpatterns


def _of_others(user: Any, instance: Any) -> bool:
    """Say whether Wagtail's own screens must refuse: a quiz or question is part of what others teach."""
    if isinstance(instance, Quiz):
        return not may_edit(user, instance)
    return isinstance(instance, Question) and not may_edit_question(user, instance)


@hooks.register("before_edit_snippet")
def keep_what_others_teach(request: HttpRequest, instance: Any) -> None:
    if _of_others(request.user, instance):
        raise PermissionDenied


@hooks.register("before_delete_snippet")
def keep_what_others_teach_whole(request: HttpRequest, instances: list[Any]) -> None:
    if any(_of_others(request.user, instance) for instance in instances):
        raise PermissionDenied


@hooks.register("before_bulk_action")
def keep_many_of_others(request: HttpRequest, action_type: str, objects: list[Any], _action: object) -> None:
    if any(_of_others(request.user, instance) for instance in objects):
        raise PermissionDenied
