"""What every environment shares."""

from django.conf import locale as django_locale
from django.utils.translation import gettext_lazy as _

from exchange import languages
from exchange.settings import environment, folders

django_locale.LANG_INFO.update(languages.MISSING_IN_DJANGO)

EXCHANGE_VAR = folders.VAR
DEBUG = False
#: Demo accounts, demo keys, staff without a second factor, readable mails. Production settings refuse it.
EXCHANGE_DEMO = False
SITE_NAME = _("South-South Exchange")

#: Our own rooms, lower floors first.
ROOMS = [
    "exchange.basepage",
    "exchange.places",
    "exchange.glossary",
    "exchange.media",
    "exchange.accounts",
    "exchange.home",
    "search",
    "courses.quizzes",
    "courses.outline",
    "courses.enrolments",
    "courses.workshops",
    "courses.certificates",
    "knowledge.library",
    "knowledge.schemes",
    "knowledge.cases",
]
INSTALLED_APPS = [
    "modeltranslation",  # before everything whose models are translated
    *ROOMS,
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.typed_table_block",
    "exchange.accounts.people_app.PeopleConfig",  # wagtail.users with our forms
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail.search",
    "wagtail.sites",
    "wagtail",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "exchange.security.PolicyByPath",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "exchange.accounts.middleware.StaffNeedSecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "exchange.urls"
WSGI_APPLICATION = "exchange.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [folders.TEMPLATES],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "exchange.context.site",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

# SQLite: IMMEDIATE waits at BEGIN, where DEFERRED fails at its first write; FULL because an answer that was
# acknowledged must survive a power cut. Measured: WAL alone lost 61–82 % of saves under 50 learners.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-16000;"
        "PRAGMA mmap_size=134217728;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;"
    ),
}
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": EXCHANGE_VAR / "exchange.sqlite3",
        "OPTIONS": SQLITE_OPTIONS,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Throttles must count in one place for all workers.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["exchange.accounts.hashers.Argon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email"]},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:profile"
ACCOUNT_ADAPTER = "exchange.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "exchange.accounts.forms.SignUpFields"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
# A training room sits behind one address: per address generous, per account strict.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "300/m/ip,5/300s/key",
    "signup": "300/m/ip",
    "reset_password": "60/m/ip,5/m/key",
    "confirm_email": "1/10s/key",
}
# Passkeys need inline scripts of their templates, which our policy forbids.
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
SESSION_COOKIE_AGE = 14 * 24 * 3600

# Languages
LANGUAGE_CODE = languages.SOURCE
LANGUAGES = languages.enabled(environment.words("EXCHANGE_LANGUAGES", ["lo", "en", "zh-hans"]))
LOCALE_PATHS = [folders.LOCALE, folders.LOCALE / "upstream", folders.LOCALE / "wording"]
FORMAT_MODULE_PATH = ["exchange.formats"]
TIME_ZONE = environment.text("EXCHANGE_TIME_ZONE", "Asia/Vientiane")
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
MODELTRANSLATION_LANGUAGES = languages.SCHEMA_LANGUAGES
MODELTRANSLATION_DEFAULT_LANGUAGE = languages.SOURCE
MODELTRANSLATION_FALLBACK_LANGUAGES = languages.fallback_order([code for code, _name in LANGUAGES])
MODELTRANSLATION_CUSTOM_FIELDS = ("StreamField",)

# Wagtail
WAGTAIL_SITE_NAME = "South-South Exchange"
WAGTAIL_PAGE_MODEL = "basepage.BasePage"
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_BASE_URL = environment.text("EXCHANGE_BASE_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILIMAGES_IMAGE_MODEL = "media.ExchangeImage"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "media.ExchangeDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = [
    "csv",
    "doc",
    "docx",
    "odp",
    "ods",
    "odt",
    "pdf",
    "ppt",
    "pptx",
    "txt",
    "xls",
    "xlsx",
    "zip",
]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.wagtail_backend"}}
WAGTAILEMBEDS_FINDERS: list[dict[str, object]] = []
TAGGIT_CASE_INSENSITIVE = True

# Files
STATIC_URL = "/static/"
STATIC_ROOT = EXCHANGE_VAR / "static"
STATICFILES_DIRS = [folders.PACKAGE / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = EXCHANGE_VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DEFAULT_FROM_EMAIL = SERVER_EMAIL = "South-South Exchange <no-reply@exchange.invalid>"

# Security
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        **{
            f"{kind}-src": ["'self'"]
            for kind in ("script", "style", "img", "font", "connect", "worker", "manifest", "media")
        },
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Keeps the answers of a quiz form whose token expired, and hands every other form to exchange.views.csrf_failure.
CSRF_FAILURE_VIEW = "courses.quizzes.views.csrf_failure"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # "Not Found" and friends are answers, not faults.
    "loggers": {"django.request": {"level": "ERROR"}},
}
