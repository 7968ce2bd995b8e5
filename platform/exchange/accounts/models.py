"""User (the log-in), Profile (the person), Consent (what they agreed to)."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from exchange.languages import LANGUAGE_NAMES, SCHEMA_LANGUAGES
from exchange.places.models import Country, Institution, Province


class UserManager(BaseUserManager["User"]):
    """Finds and makes people by e-mail, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the user with this e-mail address, whatever its case."""
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a person who can sign in.

        Raises:
            ValueError: no e-mail address was given.
        """
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create an administrator of the whole installation."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """Who signs in: an e-mail address, no user name."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail"), max_length=254, unique=True)
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("staff"), default=False)
    date_joined = models.DateTimeField(_("signed up"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_user_email_whatever_case")]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def get_full_name(self) -> str:
        """Return the name as it stands on certificates, or nothing before a profile exists."""
        profile = getattr(self, "profile", None)
        return profile.certificate_name if profile else ""

    def get_short_name(self) -> str:
        """Return the same as the full name: Lao and Chinese names are never split."""
        return self.get_full_name()


class Profile(models.Model):
    """What a person tells of themselves. Required are four things; the others say what they are for."""

    class Sex(models.TextChoices):
        FEMALE = "female", _("Female")
        MALE = "male", _("Male")
        OTHER = "other", _("Other")

    class AgeBand(models.TextChoices):
        UNDER_25 = "under-25", _("Under 25")
        FROM_25 = "25-34", _("25–34")
        FROM_35 = "35-44", _("35–44")
        FROM_45 = "45-54", _("45–54")
        FROM_55 = "55-over", _("55 and over")

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="profile")
    certificate_name = models.CharField(_("name on certificates"), max_length=200)
    certificate_name_latin = models.CharField(_("name in Latin letters"), max_length=200, blank=True)
    language = models.CharField(
        _("language"), max_length=10, choices=[(code, LANGUAGE_NAMES[code]) for code in SCHEMA_LANGUAGES]
    )
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+", verbose_name=_("country"))
    sex = models.CharField(_("sex"), max_length=10, blank=True, choices=Sex)
    institution = models.ForeignKey(
        Institution,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("institution"),
    )
    institution_other = models.CharField(_("other institution"), max_length=200, blank=True)
    province = models.ForeignKey(
        Province,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("province"),
    )
    age_band = models.CharField(_("age"), max_length=10, blank=True, choices=AgeBand)

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    def __str__(self) -> str:
        return self.certificate_name


class Consent(models.Model):
    """One agreement of one person to one purpose, in the words and the language they saw."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="consents")
    purpose = models.SlugField(max_length=60)
    text_version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=10)
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "purpose"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="accounts_consent_one_standing_per_purpose",
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.text_version}"
