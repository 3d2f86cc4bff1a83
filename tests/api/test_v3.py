"""API v3: who may do what. Anybody reads public pages; all else is for those who have a token."""

import re
import uuid
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone
from wagtail.api.v3.querysets import get_pages_queryset
from wagtail.api.v3.routers import pages as endpoints
from wagtail.api.v3.urls import api
from wagtail.models import APIToken

from tests import factories
from tests.lifecycle.witness import nothing_changes
from urgent_actions.api.v3 import open_for_reading

pytestmark = pytest.mark.django_db

READABLE = ("pages/", "pages/1/", "pages/find/?id=1")
CLOSED = (
    "",
    "pages/1/revisions/",
    "sites/",
    "schema/",
    "schema/urgent_actions.UrgentActionPage/",
    "whoami/",
    "images/",
    "images/1/",
    "documents/",
    "documents/1/",
    "redirects/",
    "redirects/find/?html_path=/",
    "snippets/urgent_actions.Official/",
    "snippets/urgent_actions.Official/1/",
)
INVALID = ("Bearer", "Bearer ", "Bearer unknown", "bearer unknown")


def token(**fields: Any) -> str:
    user = get_user_model().objects.create_superuser(f"somebody-{uuid.uuid4()}", "somebody@example.org", "x")
    made, key = APIToken.create_token(user=user, name="A tool")
    APIToken.objects.filter(pk=made.pk).update(**{"name": "A tool", **fields})
    return str(key)


def bearing(key: str) -> dict[str, str]:
    return {"authorization": f"Bearer {key}"}


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("authorization", [None, *INVALID, "Basic dTpw"])
def test_v3_answers_only_for_pages_without_a_valid_token(client: Client, path: str, authorization: str | None) -> None:
    headers = {"authorization": authorization} if authorization is not None else {}
    response = client.get(f"/api/v3/{path}", headers=headers)
    assert (response.status_code, response["Content-Type"]) == (401, "application/problem+json")


@pytest.mark.parametrize("path", READABLE)
@pytest.mark.parametrize("authorization", INVALID)
def test_a_token_that_is_not_valid_is_told_so_where_reading_is_open(
    client: Client, path: str, authorization: str
) -> None:
    response = client.get(f"/api/v3/{path}", headers={"authorization": authorization})
    assert (response.status_code, response["Content-Type"]) == (401, "application/problem+json")


@pytest.mark.parametrize("authorization", [None, "Basic dTpw"])
def test_anybody_may_read_pages(client: Client, authorization: str | None) -> None:
    headers = {"authorization": authorization} if authorization is not None else {}
    assert client.get("/api/v3/pages/", headers=headers).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize(
    "path", ["", "{pk}/", "find/", "{pk}/actions/unpublish/", "{pk}/actions/publish/", "{pk}/actions/delete/"]
)
def test_v3_changes_nothing_without_a_valid_token(client: Client, method: str, path: str) -> None:
    page = factories.published()
    with nothing_changes(page):
        response = getattr(client, method)(f"/api/v3/pages/{path.format(pk=page.pk)}")
    assert (response.status_code, response["Content-Type"]) == (401, "application/problem+json")


@pytest.mark.parametrize("path", ["sites/", "whoami/"])
def test_a_session_is_no_token(admin_client: Client, path: str) -> None:
    assert admin_client.get(f"/api/v3/{path}").status_code == 401


def test_v3_answers_to_a_valid_token(client: Client) -> None:
    assert client.get("/api/v3/whoami/", headers=bearing(token())).status_code == 200


def test_a_token_shows_drafts(client: Client) -> None:
    draft = factories.draft()
    draft.save_revision()
    answer = client.get(f"/api/v3/pages/{draft.pk}/?version=draft", headers=bearing(token()))
    assert (answer.status_code, answer.json()["title"]) == (200, draft.title)


def test_no_other_site_may_use_a_token_from_a_browser(client: Client) -> None:
    answer = client.get("/api/v3/pages/", headers={**bearing(token()), "origin": "https://example.org"})
    assert (answer.status_code, "Access-Control-Allow-Origin" in answer.headers) == (200, False)


@pytest.mark.parametrize("headers", [{}, "a token"])
def test_a_page_that_has_gone_is_a_problem_not_a_web_page(client: Client, headers: Any) -> None:
    page = factories.published()
    page.unpublish()
    path = f"/api/v3/pages/find/?html_path=/urgent-actions/{page.slug}/"
    response = client.get(path, headers=bearing(token()) if headers else {})
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_v3_does_not_answer_to_a_revoked_token(client: Client) -> None:
    revoked = token(revoked_at=timezone.now())
    assert client.get("/api/v3/whoami/", headers=bearing(revoked)).status_code == 401


@pytest.mark.parametrize("path", ["nothing/", "pages/1/nothing/"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_where_there_is_no_endpoint_there_is_a_problem(client: Client, path: str, language: str) -> None:
    response = client.get(f"/api/v3/{path}", headers={"accept-language": language})
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("path", ["docs/", "openapi.json"])
def test_the_documentation_of_v3_is_open(client: Client, path: str) -> None:
    assert client.get(f"/api/v3/{path}").status_code == 200


def test_the_documentation_of_v3_names_no_other_host(client: Client) -> None:
    page = client.get("/api/v3/docs/").content.decode()
    assert re.findall(r"""(?:src|href)=["']?(?:https?:)?//[^"'\s>]+""", page) == []


def test_v3_is_not_opened_where_wagtail_has_no_place_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(endpoints, "get_pages_queryset")
    with pytest.raises(ImproperlyConfigured):
        open_for_reading(api.urls)


def test_v3_gives_no_answer_for_which_we_were_not_asked(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoints, "get_pages_queryset", get_pages_queryset)
    with pytest.raises(ImproperlyConfigured):
        client.get("/api/v3/pages/")
