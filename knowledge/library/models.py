"""PolicyDocument › Edition › DocumentPage, and Source (what is cited without being held)."""

from typing import Any
from uuid import uuid4

from django.contrib.auth.models import Group
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.search import index

from exchange.languages import LANGUAGE_NAMES, SCHEMA_LANGUAGES
from exchange.places.fields import BranchListField
from exchange.places.models import Country
from knowledge.library.extraction.reasons import Reason

LANGUAGE_CHOICES = [(code, LANGUAGE_NAMES[code]) for code in SCHEMA_LANGUAGES]


class Source(models.Model):
    """A text that is cited: title, publisher, year, address."""

    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    url = models.URLField(_("address"), blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["publisher", "-year", "title"]

    def __str__(self) -> str:
        return self.title


class PolicyDocument(index.Indexed, DraftStateMixin, RevisionMixin, ClusterableModel):
    """A law, regulation, policy or report: one text in one language.

    ``work`` is shared by its translations; ``replaces`` points to the document whose rules it ended.
    """

    class Kind(models.TextChoices):
        LAW = "law", _("Law")
        REGULATION = "regulation", _("Regulation")
        POLICY = "policy", _("Policy or strategy")
        REPORT = "report", _("Report")
        BRIEF = "brief", _("Brief")

    class Status(models.TextChoices):
        IN_FORCE = "in-force", _("In force")
        SUPERSEDED = "superseded", _("Replaced by a newer text")
        DRAFT = "draft", _("Draft, not in force")
        NOTE = "note", _("For information")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("Everybody")
        SIGNED_IN = "signed-in", _("Everybody who is signed in")
        GROUPS = "groups", _("Members of chosen groups")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    work = models.UUIDField(
        _("work"),
        default=uuid4,
        db_index=True,
        help_text=_("The same for all translations of one text: copy it from the document that this one translates."),
    )
    title = models.CharField(_("title"), max_length=300)
    language = models.CharField(_("language"), max_length=10, choices=LANGUAGE_CHOICES)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.REPORT)
    status = models.CharField(_("standing"), max_length=12, choices=Status, default=Status.NOTE)
    countries = ParentalManyToManyField(Country, blank=True, related_name="+", verbose_name=_("countries"))
    branches = BranchListField(_("branches"), default=list, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    original_url = models.URLField(_("address of the original"), blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("replaces")
    )
    visibility = models.CharField(_("who may read it"), max_length=10, choices=Visibility, default=Visibility.PUBLIC)
    groups = ParentalManyToManyField(Group, blank=True, related_name="+", verbose_name=_("groups"))

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("publisher"),
        index.FilterField("language"),
    ]

    class Meta:
        verbose_name = _("policy document")
        verbose_name_plural = _("policy documents")
        ordering = ["-year", "title"]
        constraints = [
            models.UniqueConstraint(fields=["work", "language"], name="library_one_text_per_work_and_language")
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the document's address in the language being read."""
        return reverse("library:document", args=[self.uuid])

    @property
    def current_edition(self) -> "Edition | None":
        """The newest edition, whatever its state."""
        return self.editions.order_by("-number").first()


def edition_path(edition: "Edition", filename: str) -> str:
    """Return where a file is kept: never under the name that the uploader chose."""
    return f"library/{edition.document.uuid}/{edition.number}.pdf"


class Edition(models.Model):
    """One file of a document. A replaced file is a new edition; the old one keeps its address."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be read")
        READING = "reading", _("Being read")
        READ = "read", _("Text read")
        FAILED = "failed", _("Text could not be read")

    document = models.ForeignKey(PolicyDocument, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(_("edition"))
    file = models.FileField(_("PDF file"), upload_to=edition_path)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    page_count = models.PositiveIntegerField(_("pages"), default=0)
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    reason = models.CharField(_("reason"), max_length=20, blank=True, choices=Reason)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["document", "-number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="library_edition_number")]

    def __str__(self) -> str:
        return f"{self.document_id}/{self.number}"

    def first_page_with(self, quote: str) -> int | None:
        """Return the number of the first page that holds the quote, or None.

        Spaces do not count: a line of Lao that ended at one has lost it in print.
        """
        wanted = "".join(quote.split())
        pages = self.pages.order_by("number").values_list("number", "text")
        return next((number for number, text in pages if wanted in "".join(text.split())), None)


class DocumentPage(models.Model):
    """The text of one page of one edition."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["edition", "number"]
        constraints = [models.UniqueConstraint(fields=["edition", "number"], name="library_page_number")]

    def __str__(self) -> str:
        return f"{self.edition_id} p. {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a NUL byte, which PostgreSQL refuses, is the mark of a damaged text and never stored."""
        self.text = self.text.replace("\x00", "")
        super().save(*args, **kwargs)
