"""One machine: SQLite, embedded search, mails as files. The default, and what the demo runs."""

import os
import secrets

from exchange.settings import environment
from exchange.settings.base import *

EXCHANGE_DEMO = environment.flag("EXCHANGE_DEMO")
# A demo that runs as production does is never a debugging session.
DEBUG = environment.flag("EXCHANGE_DEBUG", default=not EXCHANGE_DEMO) and not EXCHANGE_DEMO
ALLOWED_HOSTS = environment.words("EXCHANGE_ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of a missing folder


def _own_secret_key() -> str:
    """Return this machine's key, made at the first run. Two first runs at once agree on one key."""
    path = EXCHANGE_VAR / "secret_key"
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii")


SECRET_KEY = _own_secret_key()

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = EXCHANGE_VAR / "mail"

if DEBUG:
    STORAGES = {
        **STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
