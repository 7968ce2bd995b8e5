"""What a row calls itself."""

from django.db import models

from exchange.content_i18n import own_or_fallback


def said(instance: models.Model, field: str) -> str:
    """Return the text in the language of the reader, or in the one that stands in for it."""
    return str(own_or_fallback(instance, field).value or "")
