"""Superseded by the writing room's own file as soon as it lands."""

from html import escape


def with_wbr(text: str) -> str:
    """Return the escaped text."""
    return escape(text)
