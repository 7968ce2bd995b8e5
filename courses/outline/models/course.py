"""CoursePage: what one enrols in and is certified for; CourseTrainer: who may edit it."""

import datetime
import uuid
from math import ceil
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest
from django.template.defaultfilters import floatformat
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, PagePermissionTester

from courses.outline.models.privacy import ShortChecks
from courses.outline.trainers import CoursePermissionTester
from exchange.accounts.roles import AnyUser, is_trainer
from exchange.basepage.models import BasePage
from exchange.blocks import body_blocks
from exchange.content_i18n import language_tabs
from exchange.fields import LanguageListField, StreamField
from exchange.places.fields import BranchListField
from exchange.places.models import Country


class CoursePage(ShortChecks, BasePage):
    """A course: modules of lessons, and the rule by which it is completed."""

    class Level(models.TextChoices):
        INTRODUCTORY = "introductory", _("Introductory")
        INTERMEDIATE = "intermediate", _("Intermediate")
        ADVANCED = "advanced", _("Advanced")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    intro = models.TextField(_("summary"), blank=True, help_text=_("One or two sentences for the catalogue."))
    outcomes = models.TextField(
        _("what one can do afterwards"), blank=True, help_text=_("One outcome a line, each beginning with a verb.")
    )
    body = StreamField(body_blocks(), verbose_name=_("more about the course"), blank=True)
    hours = models.DecimalField(
        _("hours of work"), max_digits=4, decimal_places=1, default=1, validators=[MinValueValidator(0.1)]
    )
    level = models.CharField(_("level"), max_length=20, choices=Level, default=Level.INTRODUCTORY)
    countries = ParentalManyToManyField(Country, related_name="+", blank=True, verbose_name=_("countries"))
    branches = BranchListField(_("branches"), default=list, blank=True)
    enrolled_only = models.BooleanField(
        _("lessons for enrolled learners only"),
        default=False,
        help_text=_("Otherwise everybody may read the lessons; enrolment adds progress, quizzes and the certificate."),
    )
    enrolment_opens = models.DateField(_("enrolment opens on"), null=True, blank=True)
    enrolment_closes = models.DateField(_("last day of enrolment"), null=True, blank=True)
    #: Said to the reader on every lesson: whose words nobody has read who was born to the language.
    unreviewed_languages = LanguageListField(
        _("languages that await review"),
        default=list,
        blank=True,
        help_text=_("Readers of these languages see that a native speaker has not yet checked the text."),
    )
    read_all_lessons = models.BooleanField(_("to complete, read all lessons"), default=True)
    pass_quizzes = models.BooleanField(_("to complete, pass the required quizzes"), default=True)

    parent_page_types: ClassVar[list[str]] = ["outline.CatalogueIndexPage"]
    subpage_types: ClassVar[list[str]] = ["outline.ModulePage"]
    exclude_fields_in_copy: ClassVar[list[str]] = ["uuid"]
    template = "courses/outline/course.html"
    edit_handler = language_tabs(
        translated=["title", "intro", "outcomes", "body"],
        shared=[
            FieldPanel("slug"),
            FieldRowPanel([FieldPanel("hours"), FieldPanel("level")]),
            FieldPanel("countries"),
            FieldPanel("branches"),
            FieldPanel("unreviewed_languages"),
            MultiFieldPanel(
                [FieldPanel("read_all_lessons"), FieldPanel("pass_quizzes")], heading=_("Rule of completion")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("enrolled_only"),
                    FieldRowPanel([FieldPanel("enrolment_opens"), FieldPanel("enrolment_closes")]),
                ],
                heading=_("Enrolment"),
            ),
            InlinePanel("trainers", heading=_("Trainers"), label=_("Trainer")),
        ],
    )

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def clean(self) -> None:
        """Refuse a course that nobody could complete or enrol in.

        Raises:
            ValidationError: no rule of completion is chosen, or enrolment would close before it opens.
        """
        super().clean()
        if not (self.read_all_lessons or self.pass_quizzes):
            raise ValidationError(
                {"read_all_lessons": _("Choose at least one rule, or nobody can complete the course.")}
            )
        if self.enrolment_opens and self.enrolment_closes and self.enrolment_closes < self.enrolment_opens:
            raise ValidationError({"enrolment_closes": _("The last day of enrolment is before the first.")})

    def takes_enrolments_on(self, day: datetime.date) -> bool:
        """Say whether a learner may enrol on this day (in the time zone of the site)."""
        opened = self.enrolment_opens is None or self.enrolment_opens <= day
        return opened and (self.enrolment_closes is None or day <= self.enrolment_closes)

    @property
    def duration(self) -> str:
        """The hours of work in words: 1 hour, 2.5 hours."""
        shown = floatformat(self.hours)
        return ngettext("%(hours)s hour", "%(hours)s hours", ceil(self.hours)) % {"hours": shown}

    @property
    def course(self) -> "CoursePage":
        """Itself: so that a course, a module and a lesson answer the same question."""
        return self

    def is_trained_by(self, user: AnyUser) -> bool:
        """Say whether this person may edit the course as its trainer: named as one, or its maker."""
        if not is_trainer(user):
            return False
        return self.owner_id == user.pk or CourseTrainer.objects.filter(course_id=self.pk, user_id=user.pk).exists()

    @cached_property
    def live_modules(self) -> list[Any]:
        """Its published modules in order."""
        (module_model,) = self.allowed_subpage_models()
        return list(module_model.objects.child_of(self).live().order_by("path"))

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Hide everything below a course that is not published: a lesson's address must not leak it."""
        if not self.live:
            raise Http404
        if not path_components:
            return super().route(request, path_components)
        slug, *rest = path_components
        module = next((each for each in self.live_modules if each.slug == slug), None)
        if module is None:
            raise Http404
        module.course = self
        return module.route(request, rest)

    def desk_address(self) -> str:
        """Return where trainers work on it: the builder of its course."""
        return reverse("desk_course", args=[self.course.pk])

    def permissions_for_user(self, user: AnyUser) -> PagePermissionTester:
        """Let its trainers edit it."""
        return CoursePermissionTester(user, self)


class CourseTrainer(Orderable):
    """One trainer of one course: may edit it and everything in it, and is named on its page."""

    course = ParentalKey(CoursePage, on_delete=models.CASCADE, related_name="trainers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="trained_courses", verbose_name=_("trainer")
    )

    panels = [FieldPanel("user")]

    class Meta(Orderable.Meta):
        verbose_name = _("trainer of a course")
        verbose_name_plural = _("trainers of courses")
        constraints = [models.UniqueConstraint(fields=["course", "user"], name="outline_coursetrainer_once")]

    def __str__(self) -> str:
        return f"{self.user} – {self.course}"
