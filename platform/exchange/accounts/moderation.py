"""Who reads what a trainer submits: one step, any editor or administrator, for every page of the site."""

from typing import Final

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from exchange.accounts.roles import ADMINISTRATORS, EDITORS
from exchange.basepage.models import BasePage

#: Stored once and shown to readers of every language.
NAME: Final = "ທົບທວນ · Review · 审核"
#: What Wagtail's own migration assigns to the root: it asks a group that nobody here is in.
WAGTAILS_OWN: Final = "Moderators approval"


def ensure_workflow() -> None:
    """Assign the review by editors to the root, unless an administrator assigned a workflow of their own there."""
    root = BasePage.objects.filter(depth=1).first()
    if root is None:
        return
    assigned = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    if assigned and assigned.workflow.active and assigned.workflow.name not in (NAME, WAGTAILS_OWN):
        return
    task, _created = GroupApprovalTask.objects.get_or_create(name=NAME)
    task.groups.set(Group.objects.filter(name__in=(EDITORS, ADMINISTRATORS)))
    workflow, _created = Workflow.objects.get_or_create(name=NAME)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    Workflow.objects.filter(name=WAGTAILS_OWN).update(active=False)
