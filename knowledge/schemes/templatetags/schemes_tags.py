"""How the templates of the comparison ask for a value, its date, its bar."""

from typing import Any
from unicodedata import east_asian_width

from django import template

from exchange.content_i18n import Part
from knowledge.schemes import wording
from knowledge.schemes.citing import CitedPage
from knowledge.schemes.models import Provision

register = template.Library()
#: From here on a value in words is set as text and not as a figure.
LONG = 20


@register.simple_tag
def amount(provision: Provision) -> Part:
    """Return the value as it is shown, with its language."""
    return wording.amount(provision)


def _width(text: str) -> int:
    """The room a text takes, in letters: a Chinese character is as wide as two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


@register.filter
def is_sentence(provision: Provision) -> bool:
    """Say whether the value is a sentence rather than a figure or a short answer."""
    return provision.number is None and _width(str(wording.amount(provision).value)) > LONG


@register.simple_tag(takes_context=True)
def cited_page(context: dict[str, Any], provision: Provision) -> CitedPage | None:
    """Return the page of our library where the value can be read, if this reader may read it."""
    found: CitedPage | None = context.get("cited", {}).get(provision.pk)
    return found


@register.filter
def as_of(provision: Provision) -> str:
    """Return the date of a value with its meaning."""
    return wording.as_of(provision)


@register.simple_tag
def share(provision: Provision, scale: int | None) -> str:
    """Return the width of a bar in per cent of its line as an attribute of SVG; empty where no bar is drawn."""
    if scale is None or provision.number is None:
        return ""
    return f"{provision.number / scale * 100:.1f}%"
