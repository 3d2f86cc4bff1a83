"""The gate in moderation and in bulk: handing in, approving, publishing many at once."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import TaskState, WorkflowState
from wagtail.test.utils.form_data import streamfield

from tests import factories
from tests.admin.desk import form_data, member, messages
from tests.lifecycle.witness import is_public, nothing_changes
from urgent_actions.models import UrgentActionPage
from urgent_actions.rules.readiness import MISSING

pytestmark = pytest.mark.django_db

LACKING: dict[str, Any] = {"deadline": "", "sample_letter": streamfield([])}
UNPUBLISHED = "Target Example Minister is not published in the directory of officials. Publish it there."


@pytest.fixture
def editor() -> Client:
    return member("Editors")


@pytest.fixture
def moderator() -> Client:
    return member("Moderators")


def empty_draft(**fields: Any) -> UrgentActionPage:
    """Return a draft without children, so that the form's own are all that it has in the end."""
    return factories.draft(countries=(), languages=(), persons=(), **fields)


def send(client: Client, page: UrgentActionPage, **data: Any) -> Any:
    return client.post(f"/admin/pages/{page.pk}/edit/", form_data(**data))


def submit(client: Client, page: UrgentActionPage, **data: Any) -> Any:
    return send(client, page, **{"action-submit": "action-submit", **data})


def in_moderation(page: UrgentActionPage, editor: Client) -> TaskState:
    """Hand ``page`` in as it is; return the task that waits for a moderator."""
    workflow = page.get_workflow()
    workflow.start(page, None)
    return TaskState.objects.get()


def decide(client: Client, task: TaskState, page: UrgentActionPage, decision: str, **extra: Any) -> Any:
    address = f"/admin/pages/workflow/action/{page.pk}/{decision}/{task.pk}/"
    return client.post(address, {"comment": ""}, **{"follow": True, **extra})


# Handing in


def test_an_incomplete_draft_is_not_handed_in(editor: Client) -> None:
    page = empty_draft()
    response = submit(editor, page, **LACKING)
    assert (WorkflowState.objects.count(), MISSING["deadline"] in messages(response)) == (0, True)


def test_a_complete_draft_is_handed_in(editor: Client) -> None:
    submit(editor, empty_draft())
    assert WorkflowState.objects.get().status == "in_progress"


# Approving


def test_an_approved_draft_that_is_complete_is_published(editor: Client, moderator: Client) -> None:
    page = factories.draft()
    decide(moderator, in_moderation(page, editor), page, "approve")
    assert is_public(page)


def test_approving_what_became_unready_publishes_nothing(editor: Client, moderator: Client) -> None:
    page = factories.draft()
    task = in_moderation(page, editor)
    page.targets[0].value["official"].unpublish()
    with nothing_changes(page):
        decide(moderator, task, page, "approve")


def test_a_moderator_is_told_why_an_approval_is_refused(editor: Client, moderator: Client) -> None:
    page = factories.incomplete_draft()
    response = decide(moderator, in_moderation(page, editor), page, "approve")
    assert f"Not published. {MISSING['deadline']}" in messages(response)


def test_a_refused_approval_leaves_the_task_in_progress(editor: Client, moderator: Client) -> None:
    page = factories.incomplete_draft()
    task = in_moderation(page, editor)
    decide(moderator, task, page, "approve")
    task.refresh_from_db()
    assert (task.status, task.workflow_state.status) == ("in_progress", "in_progress")


def test_a_dialog_is_sent_back_to_where_the_reason_stands(editor: Client, moderator: Client) -> None:
    page = factories.incomplete_draft()
    back = f"http://testserver/admin/pages/{page.pk}/edit/"
    extra = {"follow": False, "headers": {"x-requested-with": "XMLHttpRequest", "referer": back}}
    response = decide(moderator, in_moderation(page, editor), page, "approve", **extra)
    assert response.json() == {"step": "success", "redirect": back}


def test_a_refusal_leads_to_no_other_host(editor: Client, moderator: Client) -> None:
    page = factories.incomplete_draft()
    extra = {"follow": False, "headers": {"referer": "https://elsewhere.example.org/admin/"}}
    response = decide(moderator, in_moderation(page, editor), page, "approve", **extra)
    assert (response.status_code, response["Location"]) == (302, "/admin/")


def test_approving_an_incomplete_draft_in_the_editor_is_refused(editor: Client, moderator: Client) -> None:
    page = empty_draft()
    task = in_moderation(page, editor)
    approval = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    with nothing_changes(page):
        response = send(moderator, page, **approval, **LACKING)
    task.refresh_from_db()
    assert (task.status, MISSING["deadline"] in messages(response)) == ("in_progress", True)


def test_approving_a_complete_draft_in_the_editor_publishes_it(editor: Client, moderator: Client) -> None:
    page = empty_draft()
    in_moderation(page, editor)
    send(moderator, page, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    assert is_public(page)


def test_a_moderator_asks_for_changes_to_an_incomplete_draft_in_the_editor(editor: Client, moderator: Client) -> None:
    page = empty_draft()
    task = in_moderation(page, editor)
    send(moderator, page, **{"action-workflow-action": "true", "workflow-action-name": "reject"}, **LACKING)
    task.refresh_from_db()
    assert task.status == "rejected"


def test_the_moderation_of_an_incomplete_draft_can_be_cancelled(editor: Client) -> None:
    page = empty_draft()
    in_moderation(page, editor)
    send(member(None), page, **{"action-cancel-workflow": "true"}, **LACKING)
    assert WorkflowState.objects.get().status == "cancelled"


def test_a_forged_rejection_publishes_nothing(editor: Client, moderator: Client) -> None:
    page = empty_draft()
    forged = {"action-publish": "1", "action-workflow-action": "true", "workflow-action-name": "reject"}
    with nothing_changes(page):
        response = send(moderator, page, **forged, **LACKING)
    assert MISSING["deadline"] in messages(response)


# In bulk


def publish_in_bulk(client: Client, *pages: UrgentActionPage) -> Any:
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"/admin/bulk/wagtailcore/page/publish/?{ids}", {"next": "/admin/"}, follow=True)


def test_complete_drafts_are_published_in_bulk(moderator: Client) -> None:
    pages = factories.draft(), factories.draft()
    publish_in_bulk(moderator, *pages)
    assert [is_public(page) for page in pages] == [True, True]


def test_one_incomplete_draft_keeps_the_others_of_its_bulk_back(moderator: Client) -> None:
    complete, incomplete = factories.draft(), factories.incomplete_draft()
    with nothing_changes(complete, incomplete):
        publish_in_bulk(moderator, complete, incomplete)


def test_a_moderator_is_told_why_a_bulk_is_refused(moderator: Client) -> None:
    response = publish_in_bulk(moderator, factories.draft(), factories.incomplete_draft())
    assert f"Not published. {MISSING['deadline']}" in messages(response)


def test_a_draft_without_number_is_refused_in_bulk_by_name(moderator: Client) -> None:
    response = publish_in_bulk(moderator, factories.draft(ua_number=""))
    assert f"Not published. {MISSING['ua_number']}" in messages(response)


def test_two_twins_are_not_published_in_one_bulk(moderator: Client) -> None:
    twins = factories.draft(ua_number="10/26"), factories.draft(ua_number="10/26")
    with nothing_changes(*twins):
        publish_in_bulk(moderator, *twins)


def test_children_published_with_an_index_page_are_refused_too(moderator: Client) -> None:
    page = factories.incomplete_draft()
    with nothing_changes(page):
        moderator.post(
            f"/admin/bulk/wagtailcore/page/publish/?id={page.get_parent().pk}", {"include_descendants": "on"}
        )
