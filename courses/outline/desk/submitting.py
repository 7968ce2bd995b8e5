"""From draft to reader: a trainer submits a course with all its drafts, an editor publishes all of it."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.models import Workflow

from courses.outline.desk.state import submitted
from courses.outline.models import CoursePage, LessonPage, ModulePage
from exchange.accounts.models import User


class CannotPublish(ValueError):
    """One page is not ready; names it and says why."""

    def __init__(self, page: Any, error: ValidationError) -> None:
        super().__init__(" ".join(error.messages))
        self.page = page


def parts_of(course: CoursePage) -> list[Any]:
    """Return the course, its modules and lessons, parents before children."""
    modules = list(ModulePage.objects.child_of(course))
    lessons = list(LessonPage.objects.descendant_of(course))
    return sorted([course, *modules, *lessons], key=lambda page: page.path)


@transaction.atomic
def submit(*, course: CoursePage, user: User) -> int:
    """Start the review of every part that readers do not have in its latest state.

    Returns:
        How many parts were submitted; those under review already are not counted.
    """
    workflow: Workflow | None = course.get_workflow()
    if workflow is None:
        return 0
    waiting = [page for page in parts_of(course) if not page.live or page.has_unpublished_changes]
    under_review = {int(key) for key in submitted([page.pk for page in waiting]).values_list("object_id", flat=True)}
    due = [page for page in waiting if page.pk not in under_review]
    for page in due:
        if page.latest_revision_id is None:
            page.save_revision(user=user, clean=False)
        workflow.start(page, user)
    return len(due)


@transaction.atomic
def withdraw(*, course: CoursePage, user: User) -> None:
    """Take the submission back, so that it can be edited again."""
    for state in submitted([page.pk for page in parts_of(course)]):
        if state.user_can_cancel(user) or course.permissions_for_user(user).can_edit():
            state.cancel(user=user)


@transaction.atomic
def publish(*, course: CoursePage, user: User) -> int:
    """Publish the course with every module and lesson in its latest state, approving what was submitted.

    Returns:
        How many parts were published.

    Raises:
        PermissionDenied: the person may not publish here.
        CannotPublish: a part is not complete; nothing was published.
    """
    if not course.permissions_for_user(user).can_publish():
        raise PermissionDenied
    parts = [page for page in parts_of(course) if not page.live or page.has_unpublished_changes]
    for page in parts:
        try:
            _publish(page, user)
        except ValidationError as error:
            raise CannotPublish(page, error) from error
    return len(parts)


def _publish(page: Any, user: User) -> None:
    state = page.current_workflow_state
    if state and state.current_task_state:
        state.current_task_state.approve(user=user)
        page.refresh_from_db()
    if not page.live or page.has_unpublished_changes:
        (page.get_latest_revision() or page.save_revision(user=user)).publish(user=user)
