"""Which sentences of Django, allauth and Wagtail people here can meet, read from the installed catalogues.

None of the three speaks Lao, and Wagtail's Chinese is partial. ``locale/upstream`` holds what they lack; this
module says what that is, message by message, so that after an upgrade the tests name every new sentence.
"""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.utils.translation import to_locale


class Key(NamedTuple):
    """What gettext looks a sentence up by: its context ("" for none) and its singular."""

    context: str
    msgid: str


@dataclass(frozen=True, kw_only=True)
class Source:
    """One installed catalogue, and the source files whose sentences people here can meet."""

    package: str
    domain: str = "django"
    read: tuple[str, ...] = ("*",)
    skip: tuple[str, ...] = ("*apps.py",)


SOURCES = (
    Source(
        package="django.conf",
        # Left unread: names of 99 languages, static files, our own page for a failed CSRF check stands in.
        read=(
            "core/*",
            "db/models/base.py",
            "db/models/constraints.py",
            "db/models/fields/*",
            "forms/*",
            "template/*",
            "utils/*",
        ),
    ),
    Source(
        package="django.contrib.auth",
        read=("*/forms.py", "*/password_validation.py", "*/validators.py", "*/base_user.py", "*/models.py"),
    ),
    Source(package="django.contrib.contenttypes", read=("*/models.py",)),
    Source(package="django.contrib.humanize"),
    Source(
        package="allauth",
        read=("account/*", "mfa/*", "usersessions/*", *(f"templates/{a}/*" for a in ("account", "allauth", "mfa"))),
        skip=("*/apps.py", "*/admin.py"),
    ),
    Source(package="allauth", read=("templates/usersessions/*",)),
    Source(
        package="wagtail.admin",
        # Left unread: what only administrators see (workflows and collections), time zones, news of Wagtail.
        skip=(
            "apps.py",
            "localization.py",
            "*whats_new*",
            "*upgrade_notification*",
            "*/permissions/*",
            "*/workflows/*",
            "*/workflows.py",
            "*/collections.py",
            "*/collections/*",
            "*/collection_privacy/*",
            "*formatted_field.html",
        ),
    ),
    # Workflow reports are for trainers too.
    Source(package="wagtail.admin", read=("views/reports/*", "views/generic/workflow.py", "widgets/workflows.py")),
    Source(package="wagtail.admin", domain="djangojs"),
    Source(
        package="wagtail",
        skip=(
            "*apps.py",
            "api/*",
            "contrib/*",
            "models/api.py",
            "models/reference_index.py",
            "models/sites.py",
            "models/i18n.py",
            "models/media.py",
        ),
    ),
    Source(package="wagtail.images", skip=("*apps.py", "*/permissions/*", "*url_generator*")),
    Source(package="wagtail.documents", skip=("*apps.py", "*/permissions/*")),
    Source(package="wagtail.snippets"),
    Source(
        package="wagtail.users",
        read=(
            "forms.py",
            "models.py",
            "utils.py",
            "views/users.py",
            "views/bulk_actions/*",
            "*/wagtailusers/users/*",
            "*/wagtailusers/bulk_actions/*",
            "*users_tags*",
        ),
    ),
    Source(package="wagtail.contrib.typed_table_block"),
    Source(package="taggit", read=("*/forms.py", "*/managers.py")),
)

#: Sentences of the files above that no page of ours shows: Django's names of column types for its own
#: documentation tool, numbers past a trillion, the user form that our administrators do not get.
UNSEEN = (
    *("Field of type: *", "Boolean (*", "String (*", "Comma-separated integers", "Date (*", "Decimal number"),
    *("Duration", "File path", "Floating point number", "Integer", "Big * integer", "Small integer"),
    *("Positive *integer", "Slug (up to *", "IPv4 address", "IP address"),
    *("Raw binary data", "Universally unique identifier", "A JSON object", "Foreign Key *"),
    *("One-to-one *", "%(from)s-%(to)s *", "Many-to-many *"),
    *("%(value)s *illion", "%(value)s googol", "codename", "python model class name"),
    *("Whether the user will be able to *", "Password-based *", "Raw passwords *", "Enable password-based *"),
)
SEEN_AFTER_ALL = ("%(value)s million", "%(value)s billion", "%(value)s trillion")


@cache
def needed(domain: str) -> dict[Key, Message]:
    """Return every sentence that people here can meet, from the installed English catalogues of ``domain``."""
    return {key: message for source in SOURCES if source.domain == domain for key, message in met(source)}


def met(source: Source) -> Iterator[tuple[Key, Message]]:
    """Yield the sentences of one source that people here can meet."""
    for key, message in _messages(_catalogue(source, "en")):
        if _is_met(source, message) and not _is_unseen(key.msgid):
            yield key, message


@cache
def lacking(domain: str, language: str) -> dict[Key, Message]:
    """Return those of the ``needed`` sentences that no installed catalogue has in ``language``."""
    spoken = {
        key
        for source in SOURCES
        if source.domain == domain
        for key, message in _messages(_catalogue(source, language))
        if not message.fuzzy and _is_translated(message)
    }
    return {key: message for key, message in needed(domain).items() if key not in spoken}


def _catalogue(source: Source, language: str) -> Catalog:
    spec = importlib.util.find_spec(source.package)
    if spec is None or spec.origin is None:
        raise LookupError(f"{source.package} is not installed")
    path = Path(spec.origin).parent / "locale" / to_locale(language) / "LC_MESSAGES" / f"{source.domain}.po"
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file, ignore_obsolete=True)


def _messages(catalogue: Catalog) -> Iterator[tuple[Key, Message]]:
    for message in catalogue:
        singular = message.id if isinstance(message.id, str) else message.id[0]
        if singular:  # the empty one is the header
            yield Key(message.context or "", singular), message


def _is_translated(message: Message) -> bool:
    forms = [message.string] if isinstance(message.string, str) else message.string or []
    return bool(forms) and all(forms)


def _is_met(source: Source, message: Message) -> bool:
    return any(
        any(fnmatch(file, pattern) for pattern in source.read)
        and not any(fnmatch(file, pattern) for pattern in source.skip)
        for file, _line in message.locations
    )


def _is_unseen(msgid: str) -> bool:
    return msgid not in SEEN_AFTER_ALL and any(fnmatch(msgid, pattern) for pattern in UNSEEN)
