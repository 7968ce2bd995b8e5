"""CaseStudyIndexPage, CaseStudyPage, RelatedDocument."""

from typing import Any, ClassVar, Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from exchange.basepage.models import BasePage
from exchange.blocks import body_blocks
from exchange.content_i18n import language_tabs
from exchange.fields import LanguageListField, StreamField
from exchange.places.branches import Branch
from exchange.places.fields import BranchListField
from exchange.places.models import Country
from knowledge.cases.blocks import fact_blocks, lesson_blocks, source_blocks
from knowledge.cases.choosers import WorkSelect

#: The four parts of every case study, in their order, with their headings.
PARTS: Final = {
    "problem": _("The problem"),
    "action": _("What was done"),
    "result": _("The result"),
    "lesson": _("Lessons learnt"),
}


class CaseStudyIndexPage(BasePage):
    """The list of case studies, with filters. One per site, at ``case-studies/``."""

    intro = models.TextField(_("introduction"), blank=True)

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cases.CaseStudyPage"]
    template = "knowledge/cases/index.html"
    edit_handler = language_tabs(translated=["title", "intro"], shared=[FieldPanel("slug")])

    class Meta:
        verbose_name = _("list of case studies")
        verbose_name_plural = _("lists of case studies")


class CaseStudyPage(BasePage):
    """A told experience: what the problem was, what was done, what came of it, what others may learn."""

    lede = models.TextField(_("opening paragraph"), blank=True)
    facts = StreamField(fact_blocks(), verbose_name=_("key facts"), blank=True)
    problem = StreamField(body_blocks(), verbose_name=PARTS["problem"], blank=True)
    action = StreamField(body_blocks(), verbose_name=PARTS["action"], blank=True)
    result = StreamField(body_blocks(), verbose_name=PARTS["result"], blank=True)
    lesson = StreamField(body_blocks(), verbose_name=PARTS["lesson"], blank=True)
    sources = StreamField(source_blocks(), verbose_name=_("sources"), blank=True)
    countries = ParentalManyToManyField(Country, related_name="+", blank=True, verbose_name=_("countries"))
    branches = BranchListField(_("branches"), default=list, blank=True)
    first_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    unreviewed_languages = LanguageListField(
        _("languages that await review"),
        default=list,
        blank=True,
        help_text=_("Readers of these languages see that a native speaker has not yet checked the text."),
    )
    lessons = StreamField(lesson_blocks(), verbose_name=_("related lessons and courses"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["cases.CaseStudyIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "knowledge/cases/page.html"
    edit_handler = language_tabs(
        translated=["title", "lede", "facts", *PARTS, "sources"],
        shared=[
            FieldPanel("slug"),
            FieldPanel("countries"),
            FieldRowPanel([FieldPanel("first_year"), FieldPanel("last_year")]),
            FieldPanel("branches"),
            FieldPanel("unreviewed_languages"),
            InlinePanel("documents", heading=_("Related documents"), label=_("Document")),
            FieldPanel("lessons"),
        ],
    )

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def clean(self) -> None:
        """Refuse years in the wrong order.

        Raises:
            ValidationError: the last year lies before the first.
        """
        super().clean()
        if self.first_year and self.last_year and self.last_year < self.first_year:
            raise ValidationError({"last_year": _("The last year is before the first.")})

    @property
    def years(self) -> str:
        """The time the case study tells of: 2013–2025, or one year."""
        known = [str(year) for year in (self.first_year, self.last_year) if year]
        return "–".join(dict.fromkeys(known))

    @property
    def branch_names(self) -> list[Any]:
        """The branches in the reader's language, in the order of the convention."""
        return [branch.label for branch in Branch if branch.value in self.branches]


class RelatedDocument(Orderable):
    """A policy document worth reading beside the case study: the work, so that readers get it in their language."""

    page = ParentalKey(CaseStudyPage, on_delete=models.CASCADE, related_name="documents")
    work = models.UUIDField(_("document"))

    panels = [FieldPanel("work", widget=WorkSelect)]

    class Meta(Orderable.Meta):
        verbose_name = _("related document")
        verbose_name_plural = _("related documents")
        constraints = [models.UniqueConstraint(fields=["page", "work"], name="cases_relateddocument_once")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.work}"
