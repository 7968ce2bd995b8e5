"""The four roles as groups, and the questions others ask of them."""

from typing import Final

from django.contrib.auth.models import AnonymousUser

from exchange.accounts.models import User

LEARNERS: Final = "Learners"
TRAINERS: Final = "Trainers"
EDITORS: Final = "Editors"
ADMINISTRATORS: Final = "Administrators"
ROLES: Final = (LEARNERS, TRAINERS, EDITORS, ADMINISTRATORS)

AnyUser = User | AnonymousUser


def group_names(user: AnyUser) -> frozenset[str]:
    """Return the names of the groups the person is in; asked once per request and kept on the user."""
    if not user.is_authenticated:
        return frozenset()
    known: frozenset[str] | None = user.__dict__.get("_group_names")
    if known is None:
        known = frozenset(user.groups.values_list("name", flat=True))
        user.__dict__["_group_names"] = known
    return known


def is_administrator(user: AnyUser) -> bool:
    """Say whether the person runs the installation."""
    return bool(user.is_superuser) or ADMINISTRATORS in group_names(user)


def is_editor(user: AnyUser) -> bool:
    """Say whether the person publishes; administrators do too."""
    return EDITORS in group_names(user) or is_administrator(user)


def is_trainer(user: AnyUser) -> bool:
    """Say whether the person makes courses; editors and administrators may too."""
    return TRAINERS in group_names(user) or is_editor(user)


def is_staff_role(user: AnyUser) -> bool:
    """Say whether the role needs a second factor: everybody above learner."""
    return is_trainer(user)
