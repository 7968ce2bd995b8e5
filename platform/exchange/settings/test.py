"""What differs in tests, and why."""

import os
import tempfile
from pathlib import Path

# Before base is read: tests write beside each other, never into the database of a running demo.
os.environ.setdefault(
    "EXCHANGE_VAR",
    str(Path(tempfile.gettempdir()) / f"exchange-test-{os.getuid()}-{Path(__file__).resolve().parents[3].name}"),
)

from exchange.settings.base import *

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of a missing folder
SECRET_KEY = "only-for-tests-" + "x" * 40
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
EXCHANGE_DEMO = False

INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]

DATABASES["default"]["TEST"] = {"NAME": EXCHANGE_VAR / "test.sqlite3"}
DATABASES["default"]["OPTIONS"] = {
    **SQLITE_OPTIONS,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF;",
}
if os.environ.get("EXCHANGE_TEST_POSTGRESQL"):
    # The same suite on the database of production; the variable names the folder of the server's socket.
    DATABASES["default"] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "exchange",
        "USER": "exchange",
        "HOST": os.environ["EXCHANGE_TEST_POSTGRESQL"],
    }
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Hashing that costs 44 ms a log-in by design would be most of the suite.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
