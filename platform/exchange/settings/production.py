"""A public server: everything from the environment, HTTPS, PostgreSQL. Fails with the name of what is missing."""

from django.core.exceptions import ImproperlyConfigured

from exchange.settings import environment
from exchange.settings.base import *

if environment.flag("EXCHANGE_DEMO"):
    raise ImproperlyConfigured("EXCHANGE_DEMO opens demo accounts and demo keys: production settings refuse it.")

SECRET_KEY = environment.secret("EXCHANGE_SECRET_KEY")
ALLOWED_HOSTS = environment.words("EXCHANGE_ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = environment.text("EXCHANGE_BASE_URL")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if not host.startswith(".")]

if environment.text("EXCHANGE_DATABASE", "postgresql") == "postgresql":
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": environment.text("EXCHANGE_DB_NAME"),
            "USER": environment.text("EXCHANGE_DB_USER"),
            "PASSWORD": environment.text("EXCHANGE_DB_PASSWORD", ""),
            "HOST": environment.text("EXCHANGE_DB_HOST", ""),
            "PORT": environment.text("EXCHANGE_DB_PORT", ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    }

EMAIL_HOST = environment.text("EXCHANGE_EMAIL_HOST")
EMAIL_PORT = environment.number("EXCHANGE_EMAIL_PORT", 587)
EMAIL_HOST_USER = environment.text("EXCHANGE_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.text("EXCHANGE_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = environment.flag("EXCHANGE_EMAIL_TLS", default=True)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text("EXCHANGE_EMAIL_FROM")

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
LANGUAGE_COOKIE_SECURE = True
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("EXCHANGE_PROXY_COUNT", 1)
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
