"""API v3: for those who have a token, and for nobody else."""

import re
import uuid
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from wagtail.models import APIToken

pytestmark = pytest.mark.django_db

V3 = ("pages/", "pages/1/", "pages/find/?id=1", "sites/", "schema/", "whoami/", "images/", "documents/", "redirects/")
V3_SNIPPETS = ("snippets/urgent_actions.Official/", "snippets/urgent_actions.Official/1/")


@pytest.mark.parametrize("path", [*V3, *V3_SNIPPETS])
@pytest.mark.parametrize("authorization", [None, "Bearer", "Bearer ", "Bearer unknown", "Basic dTpw", "bearer unknown"])
def test_v3_answers_nothing_without_a_valid_token(client: Client, path: str, authorization: str | None) -> None:
    headers = {"authorization": authorization} if authorization is not None else {}
    response = client.get(f"/api/v3/{path}", headers=headers)
    assert (response.status_code, response["Content-Type"]) == (401, "application/problem+json")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_v3_changes_nothing_without_a_valid_token(client: Client, method: str) -> None:
    assert getattr(client, method)("/api/v3/pages/1/").status_code == 401


def test_a_session_is_no_token(admin_client: Client) -> None:
    assert admin_client.get("/api/v3/pages/").status_code == 401


def token(**fields: Any) -> str:
    user = get_user_model().objects.create_superuser(f"somebody-{uuid.uuid4()}", "somebody@example.org", "x")
    made, key = APIToken.create_token(user=user, name="A tool")
    APIToken.objects.filter(pk=made.pk).update(**{"name": "A tool", **fields})
    return str(key)


def test_v3_answers_to_a_valid_token(client: Client) -> None:
    assert client.get("/api/v3/whoami/", headers={"authorization": f"Bearer {token()}"}).status_code == 200


def test_v3_does_not_answer_to_a_revoked_token(client: Client) -> None:
    revoked = token(revoked_at=timezone.now())
    assert client.get("/api/v3/whoami/", headers={"authorization": f"Bearer {revoked}"}).status_code == 401


@pytest.mark.parametrize("path", ["docs/", "openapi.json"])
def test_the_documentation_of_v3_is_open(client: Client, path: str) -> None:
    assert client.get(f"/api/v3/{path}").status_code == 200


def test_the_documentation_of_v3_names_no_other_host(client: Client) -> None:
    page = client.get("/api/v3/docs/").content.decode()
    assert re.findall(r"""(?:src|href)=["']?(?:https?:)?//[^"'\s>]+""", page) == []
