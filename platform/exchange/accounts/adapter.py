"""How sign-up and sign-in meet the rest of the site."""

from types import SimpleNamespace
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from exchange.accounts.models import User


class Adapter(DefaultAccountAdapter):
    """allauth's adapter: people have no user name; a new one lands on their courses."""

    def populate_username(self, request: HttpRequest, user: User) -> None:
        """Do nothing: the e-mail address is the log-in."""

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Return the profile, where the optional facts can be added."""
        return reverse("accounts:profile")

    def render_mail(self, template_prefix: str, email: str, context: dict[str, Any], headers: Any = None) -> Any:
        """Render a mail that speaks for the exchange by its name, not by its host."""
        site = SimpleNamespace(name=str(settings.SITE_NAME), domain=settings.WAGTAILADMIN_BASE_URL)
        return super().render_mail(template_prefix, email, {**context, "current_site": site}, headers)

    def get_user_search_fields(self) -> list[str]:
        """Return what allauth's search by person looks into."""
        return ["email"]
