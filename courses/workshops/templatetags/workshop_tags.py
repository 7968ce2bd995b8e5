"""Tags of the workshop pages."""

from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from courses.workshops.models import WorkshopPage
from courses.workshops.workshop_view import Row, WorkshopView, published_workshops, rows, workshop_view

register = template.Library()


@register.simple_tag(takes_context=True)
def view_of_workshop(context: Context, page: WorkshopPage) -> WorkshopView:
    """Return the workshop as the reader of this request sees it."""
    return workshop_view(context["request"], page)


@register.simple_tag
def workshop_list() -> dict[str, list[Row]]:
    """Return the workshops to come, the next first, and those that were, the latest first."""
    found, now = published_workshops(), timezone.now()
    return {
        "coming": rows(each for each in found if each.ends_at > now),
        "past": rows(each for each in reversed(found) if each.ends_at <= now),
    }


@register.filter
def file_kind(document: Any) -> str:
    """Return the kind of a file as people name it: PDF, DOCX."""
    return str(document.file_extension).upper()
