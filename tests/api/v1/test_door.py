"""Everybody may read, from every site, with the methods that read."""

import pytest
from django.test import Client

from tests import factories
from tests.api.v1.conftest import ROOT

pytestmark = pytest.mark.django_db

ORIGIN = {"origin": "https://elsewhere.example.org"}
PATHS = ("", "{pk}/", "facets/", "changes/", "999999/", "?limit=0", "nothing/")


@pytest.mark.parametrize("path", PATHS)
def test_every_site_may_read_what_is_answered(client: Client, path: str) -> None:
    path = path.format(pk=factories.published().pk)
    # The second answer comes from the memory, if it is one that is remembered.
    allowed = [client.get(f"{ROOT}{path}", headers=ORIGIN)["Access-Control-Allow-Origin"] for _ in range(2)]
    assert allowed == ["*", "*"]


@pytest.mark.parametrize("path", PATHS)
def test_a_browser_that_asks_before_it_asks_may_go_on(client: Client, path: str) -> None:
    wish = {**ORIGIN, "access-control-request-method": "GET", "access-control-request-headers": "if-none-match"}
    response = client.options(f"{ROOT}{path.format(pk=1)}", headers=wish)
    assert response.status_code == 204
    assert {name: response[f"Access-Control-Allow-{name}"] for name in ("Origin", "Methods", "Headers")} == {
        "Origin": "*",
        "Methods": "GET, HEAD, OPTIONS",
        "Headers": "if-none-match",
    }


@pytest.mark.parametrize("path", ["", "{pk}/", "facets/", "999999/", "?limit=0"])
def test_head_is_answered_like_get(client: Client, path: str) -> None:
    address = f"{ROOT}{path.format(pk=factories.published().pk)}"
    head, got = client.head(address), client.get(address)
    same = ("Content-Type", "Content-Length", "Cache-Control")
    assert (head.status_code, head.content, [head[name] for name in same]) == (
        got.status_code,
        b"",
        [got[name] for name in same],
    )


@pytest.mark.parametrize("path", ["", "{pk}/", "facets/"])
def test_an_answer_is_the_same_in_every_language_and_varies_with_none(client: Client, path: str) -> None:
    address = f"{ROOT}{path.format(pk=factories.published().pk)}"
    responses = [client.get(address, headers={"accept-language": language}) for language in ("en", "ar")]
    assert [(each.content, each["Vary"]) for each in responses] == [(responses[0].content, "Accept-Encoding")] * 2


@pytest.mark.parametrize("path", ["", "{pk}/", "facets/"])
def test_reading_neither_sets_a_cookie_nor_depends_on_one(admin_client: Client, path: str) -> None:
    response = admin_client.get(f"{ROOT}{path.format(pk=factories.published().pk)}")
    assert (response.cookies, "cookie" in response["Vary"].lower()) == ({}, False)


def test_a_session_reads_what_everybody_reads(client: Client, admin_client: Client) -> None:
    page = factories.published()
    page.view_restrictions.create(restriction_type="login")
    assert (admin_client.get(f"{ROOT}{page.pk}/").status_code, admin_client.get(ROOT).json()["items"]) == (410, [])
