"""What follows from a new person or a changed profile."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import post_migrate, post_save
from wagtail.users.models import UserProfile

from exchange.accounts.models import Profile, User
from exchange.accounts.permissions import ensure_roles
from exchange.accounts.roles import LEARNERS


def _new_people_are_learners(instance: User, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        group, _created = Group.objects.get_or_create(name=LEARNERS)
        instance.groups.add(group)


def _admin_speaks_the_profile_language(instance: Profile, raw: bool = False, **kwargs: Any) -> None:
    """Wagtail keeps a language of its own: one choice serves both."""
    if not raw:
        UserProfile.objects.update_or_create(
            user_id=instance.user_id, defaults={"preferred_language": instance.language}
        )


def _roles_exist(**kwargs: Any) -> None:
    ensure_roles()


def connect() -> None:
    """Connect the receivers; called once at start."""
    post_save.connect(_new_people_are_learners, sender=User, dispatch_uid="accounts.learner")
    post_save.connect(_admin_speaks_the_profile_language, sender=Profile, dispatch_uid="accounts.language")
    post_migrate.connect(_roles_exist, dispatch_uid="accounts.roles")
