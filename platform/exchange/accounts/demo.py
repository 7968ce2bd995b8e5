"""The people of the demo. They exist only where EXCHANGE_DEMO says so."""

from typing import Final, NamedTuple

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured

from exchange.accounts.models import Profile, User
from exchange.accounts.roles import ADMINISTRATORS, EDITORS, LEARNERS, TRAINERS

PASSWORD: Final = "exchange-demo-2026"  # noqa: S105 - printed on purpose, refused outside the demo


class Person(NamedTuple):
    email: str
    role: str
    name: str
    latin: str
    language: str
    country: str


PEOPLE: Final = (
    Person("learner@demo.example", LEARNERS, "ນາງ ແສງເດືອນ ວົງສະຫວັນ", "Sengdeuane Vongsavanh", "lo", "LA"),
    Person("trainer@demo.example", TRAINERS, "ທ້າວ ຄຳໄພ ສຸກສະຫວັດ", "Khamphay Souksavath", "lo", "LA"),
    Person("editor@demo.example", EDITORS, "陈静怡", "Chen Jingyi", "zh-hans", "CN"),
    Person("administrator@demo.example", ADMINISTRATORS, "Манижа Раҳимова", "Manizha Rahimova", "en", "TJ"),
)


def load() -> None:
    if not (settings.EXCHANGE_DEMO or settings.DEBUG):
        raise ImproperlyConfigured("Demo accounts are made only with EXCHANGE_DEMO=1.")
    for person in PEOPLE:
        user = User.objects.filter(email__iexact=person.email).first()
        if user is None:
            user = User.objects.create_user(person.email, PASSWORD)
        user.groups.set(Group.objects.filter(name__in={LEARNERS, person.role}))
        EmailAddress.objects.update_or_create(
            user=user, email=person.email, defaults={"verified": True, "primary": True}
        )
        values = {
            "certificate_name": person.name,
            "certificate_name_latin": person.latin,
            "language": person.language,
            "country_id": person.country,
        }
        Profile.objects.get_or_create(user=user, defaults=values)
