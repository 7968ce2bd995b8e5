"""The one door to searching and indexing: whoever searches asks here and never knows which engine answers."""

from functools import cache

from django.conf import settings
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.utils.module_loading import import_string

from search.backends import embedded
from search.protocol import Engine

__all__ = ["get_engine"]

DEFAULT = f"{embedded.__name__}.{embedded.EmbeddedEngine.__name__}"


@cache
def get_engine() -> Engine:
    """The engine that the setting SEARCH_ENGINE names by its dotted path; the embedded one if there is none."""
    engine: Engine = import_string(getattr(settings, "SEARCH_ENGINE", DEFAULT))()
    return engine


@receiver(setting_changed)
def _forget(*, setting: str, **kwargs: object) -> None:
    if setting in ("SEARCH_ENGINE", "EXCHANGE_VAR"):
        get_engine.cache_clear()
