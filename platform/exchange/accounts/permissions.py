"""What each role may do in the admin, by Django permission and by page tree.

Run after every migrate, so a new model's permissions arrive with it. Rows for models that do not exist yet are
skipped; a test lists what each role ends up with.
"""

from typing import Final

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from exchange.accounts.moderation import ensure_workflow
from exchange.accounts.roles import ADMINISTRATORS, EDITORS, LEARNERS, ROLES, TRAINERS
from exchange.basepage.models import BasePage

ACTIONS: Final = ("add", "change", "delete", "view")
#: app.model → actions, per role. Editors have what trainers have.
TRAINER_MODELS: Final[dict[str, tuple[str, ...]]] = {
    "quizzes.questionbank": ACTIONS,
    "quizzes.question": ACTIONS,
    "quizzes.quiz": ACTIONS,
}
EDITOR_MODELS: Final[dict[str, tuple[str, ...]]] = {
    "glossary.term": ACTIONS,
    "library.policydocument": (*ACTIONS, "publish"),
    "library.source": ACTIONS,
    "schemes.scheme": ACTIONS,
    "schemes.indicator": ACTIONS,
    "schemes.provision": ACTIONS,
    "places.institution": ACTIONS,
}
ADMINISTRATOR_MODELS: Final[dict[str, tuple[str, ...]]] = {
    "accounts.user": ACTIONS,
    "places.country": ACTIONS,
    "places.province": ACTIONS,
    "certificates.award": ("view",),
    "certificates.certificate": ("view", "change"),
    "enrolments.enrolment": ("view",),
}


def ensure_roles() -> None:
    """Create the groups and give them exactly the permissions of this module."""
    groups = {name: Group.objects.get_or_create(name=name)[0] for name in ROLES}
    trainer = _permissions(TRAINER_MODELS)
    editor = trainer + _permissions(EDITOR_MODELS)
    administrator = editor + _permissions(ADMINISTRATOR_MODELS)
    access = list(Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin"))
    groups[LEARNERS].permissions.clear()
    groups[TRAINERS].permissions.set(trainer + access)
    groups[EDITORS].permissions.set(editor + access)
    groups[ADMINISTRATORS].permissions.set(administrator + access)
    _tree(groups)
    ensure_workflow()


def _permissions(models: dict[str, tuple[str, ...]]) -> list[Permission]:
    found: list[Permission] = []
    for label, actions in models.items():
        app, model = label.split(".")
        if _exists(app, model):
            codenames = [f"{action}_{model}" for action in actions]
            found += Permission.objects.filter(content_type__app_label=app, codename__in=codenames)
    return found


def _exists(app: str, model: str) -> bool:
    try:
        apps.get_model(app, model)
    except LookupError:
        return False
    return True


def _tree(groups: dict[str, Group]) -> None:
    """Editors and administrators publish everywhere; everyone above learner may use images and files.

    Trainers get no right on the tree itself: their courses are theirs by ``CourseTrainer``, their workshops by
    ownership, which the page models answer for themselves.
    """
    root = BasePage.objects.filter(depth=1).first()
    collection = Collection.get_first_root_node()
    if root is None or collection is None:
        return
    codes = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
    model = BasePage._meta.model_name
    for role in (EDITORS, ADMINISTRATORS):
        for permission in Permission.objects.filter(codename__in=[f"{code}_{model}" for code in codes]):
            GroupPagePermission.objects.get_or_create(group=groups[role], page=root, permission=permission)
    media = Permission.objects.filter(
        content_type__app_label="media",
        codename__in=[
            "add_exchangeimage",
            "choose_exchangeimage",
            "add_exchangedocument",
            "choose_exchangedocument",
        ],
    )
    for role in (TRAINERS, EDITORS, ADMINISTRATORS):
        for permission in media:
            GroupCollectionPermission.objects.get_or_create(
                group=groups[role], collection=collection, permission=permission
            )
