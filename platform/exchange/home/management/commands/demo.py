"""Loads the demo content of every room and prints the log-ins."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from django.apps import apps
from django.conf import settings

from exchange.accounts.demo import PASSWORD, PEOPLE
from exchange.console import DONE, UNUSABLE, ExchangeCommand

#: Rooms in the order in which their content builds on each other.
ORDER: Final = (
    "places",
    "accounts",
    "home",
    "glossary",
    "quizzes",
    "outline",
    "enrolments",
    "workshops",
    "certificates",
    "library",
    "schemes",
    "cases",
)


class Command(ExchangeCommand):
    help = "Load the demo content (again and again without harm) and print the demo log-ins."

    def run(self, **options: Any) -> int:
        """Call ``load()`` of every room that has a demo."""
        if not (settings.EXCHANGE_DEMO or settings.DEBUG):
            self.finish("Demo content is loaded only with EXCHANGE_DEMO=1.", error="not a demo")
            return UNUSABLE
        rooms = {config.label: config.name for config in apps.get_app_configs()}
        loaded = [label for label in ORDER if label in rooms and find_spec(f"{rooms[label]}.demo")]
        for label in self.progress(loaded, label="Demo content"):
            self.say(f"Loading {label} …")
            import_module(f"{rooms[label]}.demo").load()
        people = [{"role": person.role, "email": person.email, "password": PASSWORD} for person in PEOPLE]
        lines = [f"  {person['role']:<16} {person['email']:<28} {person['password']}" for person in people]
        self.finish("\n".join([f"Demo content of {len(loaded)} rooms is in place. Log in as:", *lines]), people=people)
        return DONE
