"""WorkshopIndexPage, WorkshopPage, its agenda and its materials."""

import datetime
import uuid
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, PagePermissionTester

from courses.quizzes.models import Quiz
from courses.workshops.forms import WorkshopPageForm
from courses.workshops.trainers import IndexPermissionTester, OwnPagePermissionTester
from exchange.accounts.roles import AnyUser, is_trainer
from exchange.basepage.models import BasePage
from exchange.blocks import body_blocks
from exchange.content_i18n import enabled_languages, language_tabs
from exchange.fields import LanguageListField, StreamField
from exchange.languages import LANGUAGE_NAMES, SCHEMA_LANGUAGES, column
from exchange.media.models import ExchangeDocument
from exchange.places.models import Country, Province


def _in_a_row(field: str) -> FieldRowPanel:
    """The field in each enabled language, side by side."""
    return FieldRowPanel([FieldPanel(column(field, code)) for code in enabled_languages()])


class WorkshopIndexPage(BasePage):
    """The list of workshops: those to come first, then those that were. One per site, at ``workshops/``."""

    intro = models.TextField(_("introduction"), blank=True)

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["workshops.WorkshopPage"]
    template = "courses/workshops/workshops.html"
    edit_handler = language_tabs(translated=["title", "intro"], shared=[FieldPanel("slug")])

    class Meta:
        verbose_name = _("list of workshops")
        verbose_name_plural = _("lists of workshops")

    def permissions_for_user(self, user: AnyUser) -> PagePermissionTester:
        """Let trainers begin a workshop here."""
        return IndexPermissionTester(user, self)


class WorkshopPage(BasePage):
    """A dated event with an agenda, materials and people. Times are stored in UTC and shown in its own zone."""

    class State(models.TextChoices):
        OPEN = "open", _("Open for registration")
        FULL = "full", _("Full")
        RUNNING = "running", _("Taking place now")
        OVER = "over", _("Over")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    intro = models.TextField(_("summary"), blank=True, help_text=_("One or two sentences for the list."))
    body = StreamField(body_blocks(), verbose_name=_("about the workshop"), blank=True)
    place = models.CharField(_("place"), max_length=240, blank=True, help_text=_("Building and town."))
    starts_at = models.DateTimeField(_("begins"), help_text=_("As the clock at the place shows it."))
    ends_at = models.DateTimeField(_("ends"), help_text=_("As the clock at the place shows it."))
    zone = models.CharField(_("time zone"), max_length=64, default="Asia/Vientiane")
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("province")
    )
    link = models.URLField(
        _("link to take part online"), blank=True, help_text=_("Shown to registered participants only.")
    )
    capacity = models.PositiveIntegerField(
        _("number of places"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Leave empty for no limit."),
    )
    hours = models.DecimalField(
        _("hours of work"), max_digits=4, decimal_places=1, default=6, validators=[MinValueValidator(0.1)]
    )
    #: Asked before and after, so that what was learnt can be seen.
    quiz = models.ForeignKey(
        Quiz, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("pre- and post-test")
    )
    unreviewed_languages = LanguageListField(
        _("languages that await review"),
        default=list,
        blank=True,
        help_text=_("Readers of these languages see that a native speaker has not yet checked the text."),
    )

    parent_page_types: ClassVar[list[str]] = ["workshops.WorkshopIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    exclude_fields_in_copy: ClassVar[list[str]] = ["uuid"]
    template = "courses/workshops/workshop.html"
    base_form_class = WorkshopPageForm
    edit_handler = language_tabs(
        translated=["title", "intro", "place", "body"],
        shared=[
            FieldPanel("slug"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("zone")]),
                    FieldRowPanel([FieldPanel("country"), FieldPanel("province")]),
                    FieldRowPanel([FieldPanel("capacity"), FieldPanel("hours")]),
                    FieldPanel("link"),
                ],
                heading=_("When and where"),
            ),
            InlinePanel("agenda", heading=_("Agenda"), label=_("Item"), classname="collapsed"),
            InlinePanel("materials", heading=_("Materials"), label=_("Material"), classname="collapsed"),
            MultiFieldPanel([FieldPanel("quiz")], heading=_("Pre- and post-test"), classname="collapsed"),
            FieldPanel("unreviewed_languages"),
        ],
    )

    class Meta:
        verbose_name = _("workshop")
        verbose_name_plural = _("workshops")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="workshops_workshop_ends_after_it_starts"
            )
        ]

    def clean(self) -> None:
        """Refuse times and places that cannot be.

        Raises:
            ValidationError: it ends before it begins, the zone is unknown, or the province is of another country.
        """
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The workshop would end before it begins.")})
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValidationError({"zone": _("This time zone is not known.")}) from error
        if self.province and self.province.country_id != self.country_id:
            raise ValidationError({"province": _("This province is not in the chosen country.")})

    def state_at(self, moment: datetime.datetime, *, taken: int) -> "WorkshopPage.State":
        """Return the state at a moment, when so many places are taken."""
        if moment >= self.ends_at:
            return self.State.OVER
        if moment >= self.starts_at:
            return self.State.RUNNING
        is_full = self.capacity is not None and taken >= self.capacity
        return self.State.FULL if is_full else self.State.OPEN

    @property
    def is_over(self) -> bool:
        """Say whether it has ended."""
        return timezone.now() >= self.ends_at

    def is_run_by(self, user: AnyUser) -> bool:
        """Say whether this person marks attendance: its trainer, or whoever may edit all workshops."""
        if not user.is_authenticated or not is_trainer(user):
            return False
        return self.owner_id == user.pk or bool(self.permissions_for_user(user).can_edit())

    def desk_address(self) -> str:
        """Return where trainers work on it."""
        return reverse("desk_workshop", args=[self.pk])

    def permissions_for_user(self, user: AnyUser) -> PagePermissionTester:
        """Let its trainer edit it."""
        return OwnPagePermissionTester(user, self)


class AgendaItem(Orderable):
    """One line of the agenda: the day counted from the first, times as the clock at the place shows them."""

    workshop = ParentalKey(WorkshopPage, on_delete=models.CASCADE, related_name="agenda")
    day = models.PositiveSmallIntegerField(_("day"), default=1, validators=[MinValueValidator(1)])
    begins = models.TimeField(_("from"))
    ends = models.TimeField(_("to"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=240, blank=True)
    facilitator = models.CharField(_("led by"), max_length=240, blank=True)

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("day"), FieldPanel("begins"), FieldPanel("ends")]),
        _in_a_row("title"),
        _in_a_row("facilitator"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("line of the agenda")
        verbose_name_plural = _("lines of the agenda")

    def __str__(self) -> str:
        return f"{self.day} {self.begins} {self.title}"


class WorkshopMaterial(Orderable):
    """A file that trainers publish for a workshop."""

    class Phase(models.TextChoices):
        BEFORE = "before", _("Before the workshop")
        DURING = "during", _("During the workshop")
        AFTER = "after", _("After the workshop")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("Everybody")
        PARTICIPANTS = "participants", _("Participants only")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workshop = ParentalKey(WorkshopPage, on_delete=models.CASCADE, related_name="materials")
    document = models.ForeignKey(ExchangeDocument, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    title = models.CharField(_("title"), max_length=240, blank=True)
    phase = models.CharField(_("when it is used"), max_length=10, choices=Phase, default=Phase.BEFORE)
    file_language = models.CharField(
        _("language of the file"),
        max_length=10,
        choices=[(code, LANGUAGE_NAMES[code]) for code in SCHEMA_LANGUAGES],
    )
    visibility = models.CharField(_("who may open it"), max_length=14, choices=Visibility, default=Visibility.PUBLIC)

    panels: ClassVar[list[Any]] = [
        FieldPanel("document"),
        _in_a_row("title"),
        FieldRowPanel([FieldPanel("phase"), FieldPanel("file_language"), FieldPanel("visibility")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")

    def __str__(self) -> str:
        return self.title or str(self.document)
