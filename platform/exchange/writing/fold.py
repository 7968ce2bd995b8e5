"""Superseded by the writing room's own file as soon as it lands."""

import unicodedata


def normalise_name(text: str) -> str:
    """Return the name in composed form with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())
