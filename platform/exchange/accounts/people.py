"""People in the admin, for administrators: Wagtail's screens without the first and last names we do not keep."""

from typing import Any

from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet


class PersonCreationForm(UserCreationForm):
    """A new person: e-mail, password, roles."""

    first_name = None
    last_name = None

    class Meta(UserCreationForm.Meta):
        fields = ["email", "is_superuser", "groups"]


class PersonEditForm(UserEditForm):
    """A person that exists."""

    first_name = None
    last_name = None

    class Meta(UserEditForm.Meta):
        fields = ["email", "is_active", "is_superuser", "groups"]


class PersonViewSet(UserViewSet):
    """Wagtail's people with our forms."""

    def get_form_class(self, for_update: bool = False) -> type[Any]:
        """Return the form without first and last name."""
        return PersonEditForm if for_update else PersonCreationForm
