"""What a trainer may do with pages: their own courses, and nothing else.

Trainers hold no permission on the page tree. A course, its modules and its lessons ask the course who its trainers
are; everything the desk shows or refuses follows from the permissions added here.
"""

from typing import Protocol

from wagtail.models import PagePermissionTester

from exchange.accounts.roles import AnyUser, is_trainer


class Trained(Protocol):
    """A course that knows its trainers."""

    def is_trained_by(self, user: AnyUser) -> bool:
        """Say whether this person may edit it."""


class PartOfCourse(Protocol):
    """A course, or a page inside one."""

    @property
    def course(self) -> Trained:
        """The course it belongs to."""


class CoursePermissionTester(PagePermissionTester):
    """Adds editing for the trainers of the course; publishing stays with editors."""

    def __init__(self, user: AnyUser, page: PartOfCourse) -> None:
        """Ask Wagtail first, then the course."""
        super().__init__(user, page)
        if (
            user.is_active
            and not user.is_superuser
            and "change" not in self.permissions
            and page.course.is_trained_by(user)
        ):
            self.permissions |= {"add", "change"}


class CataloguePermissionTester(PagePermissionTester):
    """Adds beginning a course for every trainer."""

    def __init__(self, user: AnyUser, page: object) -> None:
        """Ask Wagtail first, then the role."""
        super().__init__(user, page)
        if user.is_active and not user.is_superuser and is_trainer(user):
            self.permissions |= {"add"}
