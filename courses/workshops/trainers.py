"""What a trainer may do with workshops: begin one, and edit their own; publishing stays with editors."""

from wagtail.models import PagePermissionTester

from exchange.accounts.roles import AnyUser, is_trainer
from exchange.basepage.models import BasePage


class OwnPagePermissionTester(PagePermissionTester):
    """Adds editing for the trainer who made the page."""

    def __init__(self, user: AnyUser, page: BasePage) -> None:
        """Ask Wagtail first, then the page for its maker."""
        super().__init__(user, page)
        if user.is_active and not user.is_superuser and page.owner_id == user.pk and is_trainer(user):
            self.permissions |= {"change"}


class IndexPermissionTester(PagePermissionTester):
    """Adds beginning a workshop for every trainer."""

    def __init__(self, user: AnyUser, page: BasePage) -> None:
        """Ask Wagtail first, then the role."""
        super().__init__(user, page)
        if user.is_active and not user.is_superuser and is_trainer(user):
            self.permissions |= {"add"}
