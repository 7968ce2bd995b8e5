"""LessonPage: one screen of reading and doing; LessonActivity: what is done in it."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, PagePermissionTester

from courses.outline.blocks import source_blocks
from courses.outline.models.course import CoursePage
from courses.outline.models.privacy import ShortChecks
from courses.outline.trainers import CoursePermissionTester
from courses.quizzes.models import Quiz
from exchange.accounts.roles import AnyUser
from exchange.basepage.models import BasePage
from exchange.blocks import body_blocks
from exchange.content_i18n import language_tabs
from exchange.fields import StreamField


class LessonPage(ShortChecks, BasePage):
    """A lesson: a first sentence, blocks of text, sources, and activities."""

    lede = models.TextField(_("opening paragraph"), blank=True)
    body = StreamField(body_blocks(), verbose_name=_("text"), blank=True)
    sources = StreamField(source_blocks(), verbose_name=_("sources"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=10, validators=[MinValueValidator(1)])

    parent_page_types: ClassVar[list[str]] = ["outline.ModulePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "courses/outline/lesson.html"
    edit_handler = language_tabs(
        translated=["title", "lede", "body", "sources"],
        shared=[
            FieldPanel("slug"),
            FieldPanel("minutes"),
            InlinePanel("activities", heading=_("Activities"), label=_("Quiz")),
        ],
    )

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    @cached_property
    def course(self) -> CoursePage:
        """The course this lesson belongs to."""
        found: CoursePage = CoursePage.objects.ancestor_of(self).defer_streamfields().get()
        return found

    @property
    def module(self) -> BasePage:
        """The module it stands in."""
        found = next((each for each in self.course.live_modules if self.path.startswith(each.path)), None)
        return found or self.get_parent().specific

    def is_listed_publicly(self) -> bool:
        """Keep lessons out of the sitemap that a stranger could not read."""
        return self.course.live and not self.course.enrolled_only and self.module.live

    def desk_address(self) -> str:
        """Return where trainers work on it: the builder of its course."""
        return reverse("desk_course", args=[self.course.pk])

    def permissions_for_user(self, user: AnyUser) -> PagePermissionTester:
        """Let the trainers of the course edit it."""
        return CoursePermissionTester(user, self)


class LessonActivity(Orderable):
    """A quiz in a lesson. Untranslated on purpose: progress must never hang on a text of one language."""

    lesson = ParentalKey(LessonPage, on_delete=models.CASCADE, related_name="activities")
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="+", verbose_name=_("quiz"))
    required = models.BooleanField(_("must be passed to complete the course"), default=True)

    panels = [FieldPanel("quiz"), FieldPanel("required")]

    class Meta(Orderable.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints = [models.UniqueConstraint(fields=["lesson", "quiz"], name="outline_lessonactivity_once")]

    def __str__(self) -> str:
        return f"{self.lesson} – {self.quiz}"
