"""Tags by which the pages of this room ask what to show."""

from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language

from exchange.content_i18n import Part, own_or_fallback
from exchange.languages import SOURCE
from knowledge.cases.listing import Listing, listing_of
from knowledge.cases.models import PARTS, CaseStudyIndexPage, CaseStudyPage
from knowledge.cases.related import documents_of, lessons_of
from knowledge.library.models import PolicyDocument

register = template.Library()


@register.simple_tag(takes_context=True)
def case_studies(context: dict[str, Any], index: CaseStudyIndexPage) -> Listing:
    """Return the case studies that pass the reader's filters."""
    return listing_of(context["request"], index)


@register.simple_tag
def parts_of(page: CaseStudyPage) -> list[tuple[str, "str | Promise", Part]]:
    """Return name, heading and text of each part that has a text."""
    parts = [(name, heading, own_or_fallback(page, name)) for name, heading in PARTS.items()]
    return [part for part in parts if part[2].value]


@register.simple_tag(takes_context=True)
def related_documents(context: dict[str, Any], page: CaseStudyPage) -> list[PolicyDocument]:
    """Return the related documents this reader may see, in their language where they exist in it."""
    return documents_of(page, user=context["request"].user, language=get_language() or SOURCE)


@register.simple_tag
def related_lessons(page: CaseStudyPage) -> list[Any]:
    """Return the related lessons and courses."""
    return lessons_of(page)
