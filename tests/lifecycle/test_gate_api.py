"""The gate in API v3: a refusal is a 422 that names what is missing, and nothing is half-written."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import APIToken, PageLogEntry, Revision

from tests import factories
from tests.lifecycle.witness import is_public, nothing_changes
from urgent_actions.models import UrgentActionPage
from urgent_actions.rules.readiness import MISSING

pytestmark = pytest.mark.django_db

TYPE = "urgent_actions.UrgentActionPage"
LACKS = [MISSING["deadline"], MISSING["letter"], MISSING["asks"]]


class Tool:
    """A program of the editors that has a token."""

    def __init__(self) -> None:
        user = get_user_model().objects.create_superuser("tool", "tool@example.org", "password")
        _, self.token = APIToken.create_token(user=user, name="tool")
        self.client = Client(headers={"authorization": f"Bearer {self.token}"})

    def post(self, path: str, **data: Any) -> Any:
        return self.client.post(f"/api/v3/pages/{path}", data, content_type="application/json")

    def patch(self, page: UrgentActionPage, *, action: str | None = None, **data: Any) -> Any:
        body = {"meta": {"type": TYPE, "action": action}, **data}
        return self.client.patch(f"/api/v3/pages/{page.pk}/", body, content_type="application/json")

    def act(self, page: Any, action: str, **data: Any) -> Any:
        return self.post(f"{page.pk}/actions/{action}/", **data)

    def create(self, parent: Any, *, action: str | None = None, **data: Any) -> Any:
        return self.post("", meta={"type": TYPE, "parent_id": parent.pk, "action": action}, **data)


@pytest.fixture
def tool() -> Tool:
    return Tool()


def reasons(response: Any) -> list[str]:
    """Return the reasons of a refusal in problem+json."""
    assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")
    return [error["msg"] for error in response.json()["errors"]]


# Publishing


def test_publishing_an_incomplete_draft_is_refused(tool: Tool) -> None:
    page = factories.incomplete_draft()
    with nothing_changes(page):
        response = tool.act(page, "publish")
    assert reasons(response) == LACKS


def test_publishing_a_draft_without_number_is_refused_by_name(tool: Tool) -> None:
    page = factories.draft(ua_number="", ordinal=None)
    with nothing_changes(page):
        response = tool.act(page, "publish")
    assert reasons(response) == [MISSING["ua_number"], MISSING["ordinal"]]


def test_publishing_a_twin_is_refused(tool: Tool) -> None:
    factories.published(ua_number="9/26")
    page = factories.draft(ua_number="9/26")
    with nothing_changes(page):
        response = tool.act(page, "publish")
    assert reasons(response) == [
        "Another urgent action 9/26 with ordinal 1 is published in this language and section. "
        "Give this one the next ordinal, or unpublish the other."
    ]


def test_publishing_a_complete_draft_publishes_it(tool: Tool) -> None:
    page = factories.draft()
    assert (tool.act(page, "publish").status_code, is_public(page)) == (200, True)


def test_a_refused_publication_leaves_no_trace_in_the_audit_log(tool: Tool) -> None:
    page = factories.incomplete_draft()
    tool.act(page, "publish")
    assert not PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").exists()


def test_an_incomplete_draft_is_not_put_on_the_schedule(tool: Tool) -> None:
    page = factories.incomplete_draft(go_live_at=factories.NOW.replace(hour=20))
    assert reasons(tool.act(page, "publish")) == LACKS
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


# Writing


def test_creating_and_publishing_an_incomplete_page_creates_nothing(tool: Tool) -> None:
    parent = factories.index_page()
    with nothing_changes():
        response = tool.create(parent, action="publish", title="Who, what?", slug="who")
    assert MISSING["deadline"] in " ".join(reasons(response))


def test_an_incomplete_page_is_created_as_a_draft(tool: Tool) -> None:
    response = tool.create(factories.index_page(), title="Who, what?", slug="who")
    assert (response.status_code, UrgentActionPage.objects.get().live) == (201, False)


def test_changing_and_publishing_an_incomplete_draft_is_refused(tool: Tool) -> None:
    page = factories.incomplete_draft()
    with nothing_changes(page):
        response = tool.patch(page, action="publish", title="New headline")
    assert MISSING["deadline"] in " ".join(reasons(response))


def test_a_refused_change_is_not_kept_as_a_draft(tool: Tool) -> None:
    page = factories.incomplete_draft(title="Old headline")
    tool.patch(page, action="publish", title="New headline")
    assert (factories.fresh(page).title, page.revisions.count()) == ("Old headline", 1)


def test_an_incomplete_draft_is_changed(tool: Tool) -> None:
    page = factories.incomplete_draft(title="Old headline")
    response = tool.patch(page, title="New headline")
    assert (response.status_code, factories.fresh(page).title) == (200, "New headline")


def test_a_complete_draft_is_changed_and_published(tool: Tool) -> None:
    page = factories.draft()
    response = tool.patch(page, action="publish", title="New headline")
    assert (response.status_code, is_public(page), factories.fresh(page).title) == (200, True, "New headline")


def test_a_placeholder_in_a_new_headline_is_refused(tool: Tool) -> None:
    page = factories.published()
    with nothing_changes(page):
        response = tool.patch(page, action="publish", title="[NAME] in danger")
    assert reasons(response) == ["“[NAME]” is still to be filled in: replace or remove it."]


# Copying and moving


def test_a_live_copy_beside_its_original_is_refused(tool: Tool) -> None:
    page = factories.published()
    with nothing_changes(page):
        response = tool.act(page, "copy", slug="copy")
    assert response.status_code == 422


def test_a_refused_copy_of_an_index_page_leaves_nothing_behind(tool: Tool) -> None:
    page = factories.published()
    factories.published()
    with nothing_changes(page):
        response = tool.act(page.get_parent(), "copy", slug="copy", recursive=True)
    assert response.status_code == 422


def test_an_alias_beside_its_original_is_refused(tool: Tool) -> None:
    page = factories.published()
    with nothing_changes(page):
        response = tool.act(page, "create_alias", slug="alias")
    assert response.status_code == 422


def test_a_copy_that_is_a_draft_is_made(tool: Tool) -> None:
    page = factories.published()
    response = tool.act(page, "copy", slug="copy", keep_live=False)
    assert (response.status_code, UrgentActionPage.objects.get(slug="copy").live) == (201, False)


def test_moving_a_live_page_beside_its_twin_is_refused(tool: Tool) -> None:
    here = factories.published(ua_number="9/26")
    home = factories.section().root_page
    there = factories.UrgentActionIndexPage(title="Elsewhere", slug="elsewhere", locale=home.locale)
    home.add_child(instance=there)
    twin = factories.published(ua_number="9/26", parent=there)
    with nothing_changes(here, twin):
        response = tool.act(twin, "move", destination_id=here.get_parent().pk, position="last-child")
    assert reasons(response) == [
        "An urgent action 9/26 with ordinal 1 is published in that section already: unpublish one of them."
    ]
