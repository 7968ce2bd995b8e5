"""Readers of environment variables that fail loudly with the variable's name."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"", "0", "false", "no", "off"}


def text(name: str, default: str | None = None) -> str:
    """Return the variable; without a default it is required.

    Raises:
        ImproperlyConfigured: it is missing or empty and no default was given.
    """
    value = os.environ.get(name, "")
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"The environment variable {name} is required and is not set.")
    return default


def flag(name: str, default: bool = False) -> bool:
    """Return the variable as a truth value (1/true/yes/on, 0/false/no/off).

    Raises:
        ImproperlyConfigured: it says neither.
    """
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() in TRUE:
        return True
    if value.strip().lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"The environment variable {name} must be 1 or 0, not {value!r}.")


def number(name: str, default: int | None = None) -> int:
    """Return the variable as a whole number.

    Raises:
        ImproperlyConfigured: it is missing without a default, or no whole number.
    """
    value = text(name, None if default is None else str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"The environment variable {name} must be a whole number, not {value!r}.") from None


def words(name: str, default: list[str] | None = None) -> list[str]:
    """Return the variable split at commas, without empty parts."""
    value = text(name, None if default is None else ",".join(default) or " ")
    return [part.strip() for part in value.split(",") if part.strip()]


def secret(name: str) -> str:
    """Return a required secret: the variable itself, or the content of the file that ``<name>_FILE`` names.

    Raises:
        ImproperlyConfigured: neither is set, the file cannot be read, or the secret is shorter than 32 characters.
    """
    path = os.environ.get(f"{name}_FILE")
    if path:
        try:
            value = Path(path).read_text(encoding="utf8").strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE names {path}, which cannot be read: {error}.") from error
    else:
        value = text(name)
    if len(value) < 32:
        raise ImproperlyConfigured(f"The environment variable {name} must have at least 32 characters.")
    return value
