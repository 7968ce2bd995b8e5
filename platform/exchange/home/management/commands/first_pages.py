"""Gives a new installation its places, its home page and the list page of every room."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db import transaction

from exchange.console import DONE, ExchangeCommand


class Command(ExchangeCommand):
    help = "Create countries, home page, pages of information and the list pages of the rooms. Harmless when repeated."

    @transaction.atomic
    def run(self, **options: Any) -> int:
        """Call ``found()`` of every room that has something every installation begins with."""
        rooms = [config.name for config in apps.get_app_configs() if find_spec(f"{config.name}.founding")]
        # The home page first: the others stand below it.
        for room in sorted(rooms, key=lambda name: not name.startswith("exchange.")):
            import_module(f"{room}.founding").found()
        self.finish(f"{len(rooms)} rooms have their first pages.", rooms=rooms)
        return DONE
