"""People and places that every test can ask for."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.test import Client
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import blocking_manager_key
from wagtail.models import Collection, Locale, Site

from exchange.accounts.models import Profile, User
from exchange.accounts.permissions import ensure_roles
from exchange.accounts.roles import ADMINISTRATORS, EDITORS, LEARNERS, TRAINERS
from exchange.basepage.models import BasePage
from exchange.places.models import Country

# A busy machine is no failure of a property.
hypothesis_settings.register_profile("exchange", deadline=None)
hypothesis_settings.load_profile("exchange")

MakePerson = Callable[..., User]
#: What a view is asked with: the five kinds of visitor.
VISITORS = ("stranger", "learner", "trainer", "editor", "administrator")


@pytest.fixture
def countries(db: None) -> dict[str, Country]:
    """The three partner countries, named in the three languages of the site."""
    names = {
        "LA": {"en": "Lao PDR", "lo": "ສປປ ລາວ", "zh_hans": "老挝"},
        "CN": {"en": "China", "lo": "ຈີນ", "zh_hans": "中国"},
        "TJ": {"en": "Tajikistan", "lo": "ທາຈິກິສະຖານ", "zh_hans": "塔吉克斯坦"},
    }
    return {
        code: Country.objects.update_or_create(
            code=code, defaults={"is_partner": True, **{f"name_{k}": v for k, v in texts.items()}}
        )[0]
        for code, texts in names.items()
    }


@pytest.fixture
def make_person(countries: dict[str, Country]) -> MakePerson:
    """Make a person with a verified e-mail address, a profile and one role."""

    def make(email: str, *, role: str = LEARNERS, name: str = "ນາງ ແສງເດືອນ", language: str = "lo") -> User:
        from allauth.account.models import EmailAddress

        user = User.objects.create_user(email, "correct horse battery")
        user.groups.add(Group.objects.get(name=role))
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        Profile.objects.create(user=user, certificate_name=name, language=language, country=countries["LA"])
        return user

    return make


@pytest.fixture
def learner(make_person: MakePerson) -> User:
    return make_person("learner@example.org")


@pytest.fixture
def other_learner(make_person: MakePerson) -> User:
    return make_person("other@example.org", name="王小明", language="zh-hans")


@pytest.fixture
def trainer(make_person: MakePerson) -> User:
    return make_person("trainer@example.org", role=TRAINERS, name="ທ້າວ ຄຳໄພ")


@pytest.fixture
def editor(make_person: MakePerson) -> User:
    return make_person("editor@example.org", role=EDITORS, name="陈静怡", language="zh-hans")


@pytest.fixture
def administrator(make_person: MakePerson) -> User:
    return make_person("administrator@example.org", role=ADMINISTRATORS, name="Manizha Rahimova", language="en")


@pytest.fixture
def client_of(request: pytest.FixtureRequest) -> Callable[[str], Client]:
    """Return a test client signed in as one of VISITORS (``stranger`` is signed out)."""

    def client(visitor: str) -> Client:
        signed_in = Client()
        if visitor != "stranger":
            signed_in.force_login(request.getfixturevalue(visitor))
        return signed_in

    return client


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    """Throttles of one test must not slow down the next."""
    cache.clear()


def _empties_the_database(item: pytest.Item) -> bool:
    """Say whether the test ends by emptying all tables, first rows of the migrations included."""
    marker = item.get_closest_marker("django_db")
    return "transactional_db" in getattr(item, "fixturenames", ()) or bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Begin with the first rows, also in a database that the last test of an earlier run left empty."""
    with django_db_blocker.unblock():
        _put_first_rows_back()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """After a test that emptied the database, put back what migrations had put there.

    Not after the last one: by then the test database is gone and its name leads to another.
    """
    yield
    if nextitem is not None and _empties_the_database(item):
        with item.config.stash[blocking_manager_key].unblock():
            _put_first_rows_back()


def _put_first_rows_back() -> None:
    locale, _created = Locale.objects.get_or_create(language_code="en")
    if not BasePage.objects.exists():
        kind = ContentType.objects.get_for_model(BasePage)
        root = BasePage(title_en="Root", title="Root", slug="root", locale=locale, content_type=kind)
        BasePage.add_root(instance=root)
        Site.objects.get_or_create(hostname="localhost", defaults={"root_page": root, "is_default_site": True})
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    ensure_roles()
