"""API v3 for readers without a token: pages past their expiry, and hidden pages that a public one would name."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine as travel
from django.test import Client
from wagtail.models import Page

from tests import factories
from tests.api.canaries import CANARY, hide
from tests.api.test_leaks import TYPE, fetched

pytestmark = pytest.mark.django_db


def meta(client: Client, page: Page) -> dict[str, Any]:
    answer: dict[str, Any] = fetched(client, f"/api/v3/pages/{page.pk}/").json()["meta"]
    return answer


@pytest.mark.parametrize("field", [{"live": False}, {"expire_at": factories.NOW - timedelta(seconds=1)}])
def test_a_hidden_parent_is_not_named(client: Client, field: dict[str, Any]) -> None:
    index = factories.index_page(slug="index")
    page = factories.published(parent=index)
    Page.objects.filter(pk=index.pk).update(title=f"{CANARY} index", **field)
    assert meta(client, page)["parent"] is None


def test_the_root_of_the_tree_is_not_named(client: Client) -> None:
    home = factories.index_page().get_parent()
    assert meta(client, home)["parent"] is None


@pytest.mark.parametrize("how", ["draft", "login", "scheduled", "expired", "unpublished"])
def test_the_hidden_source_of_an_alias_is_not_named(client: Client, how: str) -> None:
    public, source = factories.published(), factories.draft(title=f"{CANARY} title", slug=f"{CANARY}-slug")
    hidden = hide(source, how)
    Page.objects.filter(pk=public.pk).update(alias_of=hidden)
    assert meta(client, public)["alias_of"] is None


def test_the_public_source_of_an_alias_is_named(client: Client) -> None:
    public, source = factories.published(), factories.published()
    Page.objects.filter(pk=public.pk).update(alias_of=source)
    assert meta(client, public)["alias_of"]["id"] == source.pk


@pytest.mark.parametrize("path", ["{pk}/", "find/?id={pk}", "find/?html_path={path}"])
def test_a_page_is_gone_at_the_second_of_its_expiry(
    client: Client, time_machine: travel.TimeMachineFixture, path: str
) -> None:
    page = factories.published()
    Page.objects.filter(pk=page.pk).update(expire_at=factories.NOW + timedelta(seconds=1))
    address = f"/api/v3/pages/{path.format(pk=page.pk, path='/'.join(page.url_path.split('/')[2:]))}"
    before = client.get(address).status_code
    time_machine.move_to(factories.NOW + timedelta(seconds=1), tick=False)
    assert (before, client.get(address).status_code) == (302 if "find" in path else 200, 404)


def test_a_page_leaves_the_list_at_the_second_of_its_expiry(
    client: Client, time_machine: travel.TimeMachineFixture
) -> None:
    page = factories.published()
    Page.objects.filter(pk=page.pk).update(expire_at=factories.NOW + timedelta(seconds=1))
    before = client.get(f"/api/v3/pages/?type={TYPE}").json()["count"]
    time_machine.move_to(factories.NOW + timedelta(seconds=1), tick=False)
    assert (before, client.get(f"/api/v3/pages/?type={TYPE}").json()["count"]) == (1, 0)
