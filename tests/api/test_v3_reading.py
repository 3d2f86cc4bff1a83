"""API v3 for readers without a token: what API v2 says, and how to ask."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.api.situations import SITUATIONS, complete, right_to_left
from urgent_actions.models import UrgentActionPage
from urgent_actions.representation import FIELDS

pytestmark = pytest.mark.django_db

TYPE = "urgent_actions.UrgentActionPage"
PROBLEM = "application/problem+json"
EVERY_SITUATION = {**SITUATIONS, "right_to_left": right_to_left}


def ids(client: Client, **parameters: Any) -> list[int]:
    response = client.get("/api/v3/pages/", parameters)
    assert response.status_code == 200, response.content
    return [item["id"] for item in response.json()["items"]]


@pytest.mark.parametrize("situation", EVERY_SITUATION.values(), ids=EVERY_SITUATION)
def test_v3_says_of_an_urgent_action_what_v2_says(client: Client, situation: Callable[[], UrgentActionPage]) -> None:
    page = situation()
    second, third = (client.get(f"/api/{version}/pages/{page.pk}/").json() for version in ("v2", "v3"))
    names = ("id", "title", *FIELDS)
    assert {name: third[name] for name in names} == {name: second[name] for name in names}


def test_v3_says_of_an_index_what_v2_says(client: Client) -> None:
    linked = factories.published()
    index = factories.index_page(
        slug="elsewhere", introduction=f'<p><a linktype="page" id="{linked.pk}">A link</a></p>'
    )
    second, third = (client.get(f"/api/{version}/pages/{index.pk}/").json() for version in ("v2", "v3"))
    assert third["introduction"] == second["introduction"]
    assert linked.full_url in third["introduction"]


def test_the_parent_of_a_page_is_named(client: Client) -> None:
    page = complete()
    parent = page.get_parent()
    named = client.get(f"/api/v3/pages/{page.pk}/").json()["meta"]["parent"]
    assert (named["id"], named["title"]) == (parent.pk, parent.title)


def test_the_list_is_that_of_v2(client: Client) -> None:
    complete()
    factories.published(parent=factories.index_page(slug="elsewhere"))
    second = [item["id"] for item in client.get("/api/v2/pages/").json()["items"]]
    assert sorted(ids(client)) == sorted(second)


@pytest.mark.parametrize("parameters", [{"id": "{pk}"}, {"html_path": "/urgent-actions/teacher-threatened/"}])
def test_a_page_is_found(client: Client, parameters: dict[str, str]) -> None:
    page = complete()
    asked = {name: value.format(pk=page.pk) for name, value in parameters.items()}
    response = client.get("/api/v3/pages/find/", asked)
    assert (response.status_code, response["Location"]) == (302, f"/api/v3/pages/{page.pk}/?")


@pytest.mark.parametrize("path", ["pages/", "pages/{pk}/", "pages/find/?id={pk}"])
def test_head_is_answered_like_get(client: Client, path: str) -> None:
    address = f"/api/v3/{path.format(pk=complete().pk)}"
    head, got = client.head(address), client.get(address)
    assert (head.status_code, head.headers, head.content) == (got.status_code, got.headers, b"")


@pytest.mark.parametrize("path", ["pages/", "pages/{pk}/", "pages/find/?id={pk}"])
def test_reading_neither_sets_a_cookie_nor_depends_on_one(client: Client, path: str) -> None:
    response = client.get(f"/api/v3/{path.format(pk=complete().pk)}")
    assert (response.cookies, "cookie" in response.get("Vary", "").lower()) == ({}, False)


@pytest.mark.parametrize("path", ["pages/", "pages/{pk}/", "pages/find/?id={pk}", "pages/999999/"])
def test_an_answer_is_for_all_sites_and_kept_by_no_cache_without_asking(client: Client, path: str) -> None:
    response = client.get(f"/api/v3/{path.format(pk=complete().pk)}")
    assert (response["Access-Control-Allow-Origin"], response["Cache-Control"]) == ("*", "no-cache")


def test_a_session_reads_what_everybody_reads(admin_client: Client) -> None:
    draft = factories.draft()
    assert admin_client.get(f"/api/v3/pages/{draft.pk}/").status_code == 404


def test_the_password_of_a_page_once_typed_opens_nothing_in_v3(client: Client) -> None:
    page = factories.published()
    restriction = page.view_restrictions.create(restriction_type="password", password="open sesame")
    session = client.session
    session["passed_page_view_restrictions"] = [restriction.pk]
    session.save()
    assert client.get(page.url).status_code == 200, "the web page must be open, or this proves nothing"
    assert client.get(f"/api/v3/pages/{page.pk}/").status_code == 404


# Filters


def test_a_filter_of_v2_filters(client: Client) -> None:
    page = complete(deadline=date(2026, 7, 1))
    factories.published()
    assert ids(client, type=TYPE, deadline="2026-07-01") == [page.pk]


def test_any_form_of_a_ua_number_finds_it(client: Client) -> None:
    page = complete()
    factories.published()
    assert ids(client, type=TYPE, ua_number="UA: 44.26") == [page.pk]


def test_the_nearest_deadline_comes_first_on_demand(client: Client) -> None:
    later = complete(deadline=date(2026, 9, 1))
    sooner = factories.published(deadline=date(2026, 7, 1))
    assert ids(client, type=TYPE, order="deadline") == [sooner.pk, later.pk]
    assert ids(client, type=TYPE, order="-deadline") == [later.pk, sooner.pk]


def test_a_search_finds_the_public_words(client: Client) -> None:
    page = complete()
    assert ids(client, search="示例") == [page.pk]


def test_children_of_an_index_are_found(client: Client) -> None:
    page = complete()
    factories.published(parent=factories.index_page(slug="elsewhere"))
    assert ids(client, child_of=page.get_parent().pk) == [page.pk]


# Costs


@pytest.mark.parametrize("count", [1, 5])
def test_a_list_costs_the_same_for_any_number_of_pages(
    client: Client, django_assert_num_queries: Any, count: int
) -> None:
    for _ in range(count):
        factories.published()
    ids(client)
    with django_assert_num_queries(7):
        ids(client)


# Refusals


@pytest.mark.parametrize(
    ("path", "name"),
    [
        *((path, "colour") for path in ("", "{pk}/", "find/")),
        *(("", name) for name in ("fields", "status", "path", "draft_title", "expire_at", "owner", "pk", "version")),
        *((f"?type={TYPE}", name) for name in ("persons", "concerns", "image", "targets", "summary", "chain", "id")),
        ("", "deadline"),
        ("", "title__icontains"),
        ("{pk}/", "search"),
        ("find/", "title"),
    ],
)
def test_an_unknown_parameter_is_refused_and_named(client: Client, path: str, name: str) -> None:
    address = f"/api/v3/pages/{path.format(pk=complete().pk)}"
    response = client.get(f"{address}{'&' if '?' in address else '?'}{name}=1")
    assert (response.status_code, response["Content-Type"]) == (422, PROBLEM)
    assert response.json() == {
        "type": "about:blank",
        "title": "Unprocessable Entity",
        "status": 422,
        "detail": f"{name}: there is no such parameter",
        "parameter": name,
        "errors": [{"type": "parameter", "loc": ["query", name], "msg": f"{name}: there is no such parameter"}],
    }


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("ua_number", "forty-four"),
        ("deadline", "soon"),
        ("deadline", ""),
        ("ordinal", "second"),
        ("post_suspended", "perhaps"),
        ("show_in_menus", "perhaps"),
        ("first_published_at", "yesterday"),
        ("first_published_at", "0001-01-01T00:00:00+14:00"),
        ("title", "\x00"),
        ("search", "a\x00b"),
        ("search", "word " * 3_000),
        ("search", 'one " two'),
        ("search", 'one "\x01" two'),
        ("search_operator", "x"),
        ("limit", "all"),
        ("limit", "0"),
        ("offset", "far"),
        ("offset", "9" * 30),
        ("offset", "+1"),
        ("child_of", "x"),
        ("child_of", " 1"),
        ("descendant_of", "999999"),
        ("ancestor_of", "root"),
        ("translation_of", "9" * 30),
        ("site", "nowhere.example.org"),
        ("site", "nowhere.example.org:x"),
        ("locale", "xx"),
        ("order", "targets"),
        ("order", "stop_reason"),
        ("order", "--title"),
        ("order", "title,slug"),
    ],
)
def test_a_bad_value_is_refused_and_the_parameter_is_named(client: Client, parameter: str, value: str) -> None:
    complete()
    response = client.get("/api/v3/pages/", {"type": TYPE, parameter: value})
    assert (response.status_code, response["Content-Type"]) == (422, PROBLEM)
    assert [parameter in error["loc"] for error in response.json()["errors"]] == [True]


@pytest.mark.parametrize("name", ["child_of", "limit", "locale", "search"])
def test_a_parameter_that_stands_twice_is_refused(client: Client, name: str) -> None:
    response = client.get(f"/api/v3/pages/?{name}=1&{name}=2")
    assert (response.status_code, response.json()["detail"]) == (422, f"{name}: it may be given once")


@pytest.mark.parametrize("query", ["order=random&order=title", "order=random&offset=1"])
def test_random_order_goes_with_no_other_and_no_offset(client: Client, query: str) -> None:
    response = client.get(f"/api/v3/pages/?{query}")
    assert (response.status_code, response.json()["errors"][0]["loc"]) == (422, ["query", "order"])


def test_more_pages_than_a_list_may_hold_are_refused(client: Client) -> None:
    response = client.get("/api/v3/pages/?limit=21")
    assert (response.status_code, response.json()["detail"]) == (400, "limit cannot be higher than 20")


@pytest.mark.parametrize(
    ("query", "name"), [("id=one", "id"), ("html_path=a%00b", "html_path"), ("id=1&site=nowhere:x", "site")]
)
def test_finding_by_a_bad_value_is_refused_and_the_parameter_is_named(client: Client, query: str, name: str) -> None:
    response = client.get(f"/api/v3/pages/find/?{query}")
    assert (response.status_code, response.json()["errors"][0]["loc"]) == (422, ["query", name])


@pytest.mark.parametrize("path", ["{pk}/", "find/?id={pk}&"])
def test_a_draft_is_not_for_readers(client: Client, path: str) -> None:
    path = path.format(pk=complete().pk)
    response = client.get(f"/api/v3/pages/{path}{'' if '?' in path else '?'}version=draft")
    assert (response.status_code, response["Content-Type"]) == (401, PROBLEM)


@pytest.mark.parametrize("path", ["999999/", "find/?id=999999", "find/", "find/?html_path=/nowhere/"])
def test_what_is_not_there_is_a_problem(client: Client, path: str) -> None:
    response = client.get(f"/api/v3/pages/{path}")
    assert (response.status_code, response["Content-Type"]) == (404, PROBLEM)
