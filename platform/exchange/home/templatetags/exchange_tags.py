"""Tags for every template: honest fallback, file sizes, titles that break at words."""

from decimal import Decimal
from typing import Any

from django import template
from django.db import models
from django.template import Context
from django.utils import formats
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from exchange.accounts.roles import AnyUser, is_staff_role
from exchange.content_i18n import Part, State, own_or_fallback, translation_state
from exchange.home.models import InformationPage
from exchange.languages import LANGUAGE_NAMES, SOURCE
from exchange.writing.breaks import with_wbr
from exchange.writing.spans import html_with_languages, with_languages

register = template.Library()


@register.simple_tag
def own_text(instance: models.Model, field: str) -> Part:
    """Return the field as ``part.value, part.language, part.is_fallback`` for the reader's language."""
    return own_or_fallback(instance, field)


@register.simple_tag
def translated(instance: models.Model, field: str) -> SafeString:
    """Return the field's text, wrapped in a span with its language where it stands in for the reader's.

    Lao or Chinese words inside a text of another language carry their language too.
    """
    part = own_or_fallback(instance, field)
    words = SafeString(with_languages(str(part.value or ""), part.language))
    return format_html('<span lang="{}">{}</span>', part.language, words) if part.is_fallback else words


@register.simple_tag(takes_context=True)
def blocks_of(context: Context, part: Part) -> SafeString:
    """Render a part that is a stream in its own language: its labels and numbers too, when it stands in."""
    if not part.value:
        return SafeString("")
    with override(part.language):
        return SafeString(html_with_languages(part.value.render_as_block(context.flatten()), part.language))


@register.filter
def with_scripts(text: str) -> SafeString:
    """Return a text in the reader's language; Lao or Chinese words inside it carry theirs."""
    return SafeString(with_languages(str(text), get_language() or SOURCE))


@register.simple_tag
def title_of(instance: models.Model, field: str = "title") -> SafeString:
    """Return a title whose lines may break between words, with its language where it is a fallback.

    Words of another script carry their language: somebody may have typed a Lao title where the source stands.
    """
    part = own_or_fallback(instance, field)
    broken = html_with_languages(with_wbr(str(part.value or "")), part.language)
    if part.is_fallback:
        return format_html('<span lang="{}">{}</span>', part.language, SafeString(broken))
    return SafeString(broken)


@register.simple_tag
def state_in_reader_language(instance: models.Model) -> State | None:
    """Return how far the object is translated into the language being read."""
    return translation_state(instance).get(get_language() or SOURCE)


@register.filter
def has_desk(user: AnyUser) -> bool:
    """Say whether this person works in the admin. Cheaper than ``perms``, which loads every permission twice."""
    return is_staff_role(user)


@register.filter
def language_name(code: str) -> str:
    """Return a language's own name: ``lo`` → ລາວ."""
    return LANGUAGE_NAMES.get(code, code)


@register.filter
def file_size(size: int | None) -> str:
    """Return a number of bytes as kB or MB in the reader's number format."""
    if not size:
        return ""
    if size < 1_000_000:
        return _("%(size)s kB") % {"size": formats.number_format(max(1, round(size / 1000)), 0, use_l10n=True)}
    return _("%(size)s MB") % {"size": formats.number_format(size / 1_000_000, 1, use_l10n=True)}


@register.filter
def short_number(value: Decimal | None) -> str:
    """Return a number with the decimals it has, two at most, in the reader's format: 10.50 → 10,5 in Lao."""
    if value is None:
        return ""
    rounded = round(value, 2).normalize()
    exponent = rounded.as_tuple().exponent
    return formats.number_format(rounded, max(0, -exponent) if isinstance(exponent, int) else 0, use_l10n=True)


@register.simple_tag
def footer_pages() -> list[Any]:
    """Return the information pages that stand at the foot of every page."""
    # ``public()`` asks for all restrictions of the site first; on every page that is a query too many.
    pages = InformationPage.objects.live().filter(show_in_footer=True, view_restrictions__isnull=True)
    return list(pages.only("title", "url_path", "slug"))
