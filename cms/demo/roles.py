"""Roles of the demo: what editors, moderators, translators and coordinators may do, and the workflow between them."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

EDITORS, MODERATORS, TRANSLATORS, COORDINATORS = "Editors", "Moderators", "Translators", "Coordinators"
PAGE_RIGHTS = {
    EDITORS: ("add", "change"),
    MODERATORS: ("add", "change", "publish", "lock", "unlock"),
    TRANSLATORS: ("add", "change"),
    COORDINATORS: ("change",),
}
DIRECTORY = ("official", "mission")
DIRECTORY_RIGHTS = {
    EDITORS: ("view", "add", "change", "publish"),
    MODERATORS: ("view", "add", "change", "publish", "lock", "unlock"),
    TRANSLATORS: ("view",),
    COORDINATORS: ("view",),
}
REPORT_RIGHTS = {
    MODERATORS: ("view_report", "change_report"),
    COORDINATORS: ("view_report", "add_report", "change_report", "add_reportinggroup", "change_reportinggroup"),
}
ADMIN_RIGHTS = {
    EDITORS: ("access_admin",),
    MODERATORS: ("access_admin",),
    TRANSLATORS: ("access_admin", "submit_translation"),
    COORDINATORS: ("access_admin",),
}
MEDIA_RIGHTS = {
    EDITORS: ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"),
    MODERATORS: ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"),
    TRANSLATORS: ("choose_image", "choose_document"),
    COORDINATORS: ("choose_image", "choose_document"),
}


def make_roles(root: Page) -> None:
    """Create the groups with their rights under ``root``, and the moderation workflow there; change nothing twice."""
    for name in PAGE_RIGHTS:
        group, _ = Group.objects.get_or_create(name=name)
        _give_rights(group, root)
    _make_workflow(root)


def _give_rights(group: Group, root: Page) -> None:
    codenames = [f"{right}_{model}" for right in DIRECTORY_RIGHTS[group.name] for model in DIRECTORY]
    codenames += ["view_concern", *ADMIN_RIGHTS[group.name], *REPORT_RIGHTS.get(group.name, ())]
    group.permissions.add(*Permission.objects.filter(codename__in=codenames))
    for right in PAGE_RIGHTS[group.name]:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{right}_page")
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    library = Collection.get_first_root_node()
    for permission in Permission.objects.filter(codename__in=MEDIA_RIGHTS[group.name]):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=library, permission=permission)


def _make_workflow(root: Page) -> None:
    task, _ = GroupApprovalTask.objects.get_or_create(name="Second pair of eyes")
    task.groups.set(Group.objects.filter(name=MODERATORS))
    workflow, _ = Workflow.objects.get_or_create(name="Review before publication")
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
