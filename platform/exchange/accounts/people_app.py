"""The app of people in the admin."""

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    """Takes the place of ``wagtail.users`` in INSTALLED_APPS."""

    user_viewset = "exchange.accounts.people.PersonViewSet"
