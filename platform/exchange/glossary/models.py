"""Term (a concept) and Label (one way to say it in one language), after SKOS."""

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.search import index

from exchange.languages import LANGUAGE_NAMES, SCHEMA_LANGUAGES, column
from exchange.places.branches import Branch

LANGUAGE_CHOICES = [(code, LANGUAGE_NAMES[code]) for code in SCHEMA_LANGUAGES]


class Term(index.Indexed, DraftStateMixin, RevisionMixin, ClusterableModel):
    """One concept of social security with a definition in our own words (skos:Concept)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(_("code"), max_length=60, unique=True)
    number = models.PositiveSmallIntegerField(_("order"), default=0)
    branch = models.CharField(_("branch"), max_length=20, blank=True, choices=Branch)
    definition = models.TextField(_("definition"), blank=True)
    source = models.CharField(_("source of the definition"), max_length=300, blank=True)

    search_fields = [
        index.SearchField("code"),
        index.AutocompleteField("code"),
        *(index.SearchField(column("definition", language)) for language in SCHEMA_LANGUAGES),
        index.RelatedFields("labels", [index.SearchField("text"), index.AutocompleteField("text")]),
    ]

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["number", "code"]

    def __str__(self) -> str:
        return self.code.replace("-", " ")

    def get_absolute_url(self) -> str:
        """Return the term's place on the glossary page, in the language being read."""
        return f"{reverse('glossary:index')}#{self.code}"


class Label(models.Model):
    """A word or phrase for a term in one language (skos:prefLabel, altLabel, hiddenLabel)."""

    class Kind(models.TextChoices):
        PREFERRED = "preferred", _("preferred")
        ALTERNATIVE = "alternative", _("also used")
        VARIANT = "variant", _("other spelling")

    class ReviewState(models.TextChoices):
        DRAFT = "draft", _("proposed, not yet reviewed")
        SOURCED = "sourced", _("seen in a law or official text")
        REVIEWED = "reviewed", _("reviewed by an official")

    term = ParentalKey(Term, on_delete=models.CASCADE, related_name="labels")
    language = models.CharField(_("language"), max_length=10, choices=LANGUAGE_CHOICES)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PREFERRED)
    text = models.CharField(_("text"), max_length=200)
    review_state = models.CharField(_("review"), max_length=10, choices=ReviewState, default=ReviewState.DRAFT)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        ordering = ["language", "kind", "id"]
        constraints = [
            models.UniqueConstraint(fields=["term", "language", "text"], name="glossary_label_once_per_term"),
            models.UniqueConstraint(
                fields=["term", "language"],
                condition=models.Q(kind="preferred"),
                name="glossary_label_one_preferred_per_language",
            ),
        ]

    def __str__(self) -> str:
        return self.text
