"""Brings up the demo: database, static files, content of every room, search index; prints the log-ins."""

import logging
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.core.management import call_command, get_commands

from exchange.accounts.demo import PASSWORD, PEOPLE
from exchange.console import DONE, UNUSABLE, ExchangeCommand
from exchange.home.stamps import Stamp

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
    help = "Bring up the demo (again and again without harm) and print its log-ins."

    def run(self, **options: Any) -> int:
        """Do what a start needs and nothing that an earlier start has done."""
        if not (settings.EXCHANGE_DEMO or settings.DEBUG):
            self.finish("Demo content is loaded only with EXCHANGE_DEMO=1.", error="not a demo")
            return UNUSABLE
        stamp = Stamp("demo")
        if stamp.is_current():
            self.say("The demo is in place already.")
        else:
            self._prepare()
            self._load()
            stamp.set()
        people = [{"role": person.role, "email": person.email, "password": PASSWORD} for person in PEOPLE]
        lines = [f"  {person['role']:<16} {person['email']:<28} {person['password']}" for person in people]
        told = [sentence for room in self._rooms() for sentence in getattr(room, "announce", list)()]
        self.finish("\n".join(["Demo log-ins (role, e-mail, password):", *lines, *told]), people=people, told=told)
        return DONE

    def _prepare(self) -> None:
        self.say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        self.say("Collecting static files …")
        call_command("collectstatic", verbosity=0, interactive=False)

    def _rooms(self) -> list[Any]:
        """Return the demo modules in order: each has ``load()``, some ``announce()``, sentences worth telling."""
        rooms = {config.label: config.name for config in apps.get_app_configs()}
        names = [rooms[label] for label in ORDER if label in rooms and find_spec(f"{rooms[label]}.demo")]
        return [import_module(f"{name}.demo") for name in names]

    def _load(self) -> None:
        # There is no index yet: that changes wait for it is no news here.
        logging.getLogger("search.outbox").setLevel(logging.ERROR)
        for room in self.progress(self._rooms(), label="Demo content"):
            self.say(f"Loading {room.__name__.split('.')[-2]} …")
            room.load()
        if "rebuild_search" in get_commands():
            self.say("Building the search index …")
            call_command("rebuild_search", quiet=True)
