"""The preview for a front end: the draft as the page API would say it, and nothing of it anywhere else."""

import json
import logging
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from wagtail.models import Site

from tests import factories
from tests.api.conftest import Get
from tests.api.previews import ADDRESS, FRONT_END, TYPE, fetched, minted, minted_unsaved, refused, rows
from urgent_actions.models import UrgentActionPage
from urgent_actions.models.public import representation
from urgent_actions.representation import FIELDS
from urgent_actions.rules.status import Status

pytestmark = pytest.mark.django_db

WORD = "zeisig"


@pytest.fixture(autouse=True)
def _front_end(settings: Settings) -> None:
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": FRONT_END}}


def plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def edited(page: UrgentActionPage, **fields: Any) -> UrgentActionPage:
    """Return the page after an editor has saved a draft on top of it."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(clean=False)
    return factories.fresh(page)


# What it says


def test_a_published_page_is_previewed_exactly_as_the_page_api_says_it(get: Get) -> None:
    page = factories.published()
    assert fetched(minted(page)).json() == get(f"pages/{page.pk}/")


def test_a_draft_is_previewed_by_its_representation() -> None:
    page = factories.draft()
    answer = fetched(minted(page)).json()
    made = representation(page.get_latest_revision_as_object(), moment=factories.NOW)
    assert {name: answer[name] for name in FIELDS} == plain(made)
    assert (answer["id"], answer["title"], answer["meta"]["slug"]) == (page.pk, page.title, page.slug)


def test_a_draft_on_top_of_a_live_page_is_the_draft() -> None:
    page = edited(factories.published(), title="Better headline", ua_number="9/26")
    answer = fetched(minted(page)).json()
    assert (answer["title"], answer["ua_number"]) == ("Better headline", "9/26")


def test_children_are_those_of_the_draft() -> None:
    page = factories.published()
    page.persons = [factories.PersonAtRisk(name="Someone Else")]
    page.save_revision(clean=False)
    assert [person["name"] for person in fetched(minted(page)).json()["persons"]] == ["Someone Else"]


@pytest.mark.parametrize("status", Status)
def test_a_draft_is_previewed_in_each_state(status: Status) -> None:
    page = factories.draft()
    answer = fetched(minted(page, status.value)).json()
    made = representation(page.get_latest_revision_as_object(), moment=factories.NOW, as_status=status)
    assert answer["status"] == status.value
    assert {name: answer[name] for name in FIELDS} == plain(made)


def test_a_preview_of_a_stop_has_neither_letter_nor_contacts() -> None:
    said = fetched(minted(factories.draft(), "stopped")).content.decode()
    assert "I am writing to you" not in said
    assert "minister@example.org" not in said


def test_what_was_never_saved_is_previewed_without_id_and_address() -> None:
    answer = fetched(minted_unsaved(factories.index_page())).json()
    assert (answer["id"], answer["meta"]["detail_url"]) == (None, None)
    assert (answer["title"], answer["persons"][0]["name"]) == ("Sample Person in danger", "Sample Person")
    assert answer["summary"][0]["value"] == "<p>Typed into the summary.</p>"


def test_the_day_ends_where_the_section_of_the_page_is() -> None:
    factories.section_settings(time_zone="Pacific/Auckland")
    page = factories.draft(deadline=factories.NOW.date())
    assert fetched(minted(page)).json()["status"] == "expired"


def test_fields_are_chosen_as_in_the_page_api() -> None:
    assert fetched(minted(factories.draft()), fields="_,status").json() == {"status": "open"}


def test_an_unknown_field_is_a_problem() -> None:
    answer = fetched(minted(factories.draft()), fields="nonsense")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert answer.json()["detail"] == "unknown fields: nonsense"


def test_a_parent_that_is_not_public_is_not_told() -> None:
    parent = factories.index_page(live=False)
    assert fetched(minted(factories.draft(parent=parent))).json()["meta"]["parent"] is None


# Who gets it


def test_an_answer_is_for_the_one_who_asked() -> None:
    answer = fetched(minted(factories.draft()))
    assert {name: answer[name] for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")} == {
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex",
    }
    assert {"Origin", "Authorization"} <= set(answer["Vary"].split(", "))
    assert answer.cookies == {}


def test_a_script_of_the_front_end_may_read_it() -> None:
    assert fetched(minted(factories.draft()))["Access-Control-Allow-Origin"] == FRONT_END


def test_each_site_has_a_front_end_of_its_own(settings: Settings) -> None:
    factories.section(hostname="section.example.org")
    Site.objects.filter(is_default_site=True).update(hostname="localhost")
    urls = {"localhost": "https://front.example.org:443/a/", "default": "https://Other.example.org:8443"}
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": urls}
    token = minted(factories.draft())
    origins = ("https://front.example.org", "https://other.example.org:8443")
    assert [fetched(token, origin=origin).status_code for origin in origins] == [200, 200]


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example.org",
        "https://front.example.org.evil.example.org",
        "http://front.example.org",
        "https://front.example.org:8443",
        "null",
        "*",
        "",
    ],
)
def test_a_script_of_another_site_is_refused_even_with_a_token(origin: str) -> None:
    headers = {"authorization": f"Bearer {minted(factories.draft())}", "origin": origin}
    answer = Client().get(ADDRESS, {"content_type": TYPE}, headers=headers)
    assert refused(answer)
    assert "Access-Control-Allow-Origin" not in answer


def test_headers_for_everybody_on_the_whole_site_open_nothing_to_others(settings: Settings) -> None:
    settings.CORS_URLS_REGEX = "^/.*$"
    answer = fetched(minted(factories.draft()), origin="https://evil.example.org")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert refused(answer)


def test_a_script_of_the_front_end_may_read_a_refusal() -> None:
    assert fetched("nonsense")["Access-Control-Allow-Origin"] == FRONT_END


def test_a_server_that_renders_the_front_end_has_no_origin_and_gets_it() -> None:
    answer = fetched(minted(factories.draft()), origin=None)
    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer


def test_a_browser_may_ask_whether_the_front_end_may_send_a_token() -> None:
    headers = {"origin": FRONT_END, "access-control-request-method": "GET"}
    answer = Client().options(ADDRESS, headers={**headers, "access-control-request-headers": "authorization"})
    assert answer.status_code == 204
    assert {name: value for name, value in answer.headers.items() if name.startswith("Access-Control")} == {
        "Access-Control-Allow-Origin": FRONT_END,
        "Access-Control-Allow-Methods": "GET",
        "Access-Control-Allow-Headers": "Authorization",
        "Access-Control-Max-Age": "600",
    }


def test_another_site_is_not_told_that_it_may_send_a_token() -> None:
    headers = {"origin": "https://evil.example.org", "access-control-request-method": "GET"}
    answer = Client().options(ADDRESS, headers=headers)
    assert refused(answer)
    assert not [name for name in answer.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("method", ["head", "post", "put", "patch", "delete"])
def test_a_preview_is_only_read(method: str) -> None:
    token = minted(factories.draft())
    headers = {"authorization": f"Bearer {token}", "origin": FRONT_END}
    answer = getattr(Client(enforce_csrf_checks=True), method)(f"{ADDRESS}?content_type={TYPE}", headers=headers)
    assert (answer.status_code, answer["Allow"], answer["Cache-Control"]) == (405, "GET, OPTIONS", "no-store")
    assert rows().count() == 1


# What stays hidden


@pytest.mark.parametrize(
    "path",
    [
        "pages/?fields=*",
        "pages/?type=urgent_actions.UrgentActionPage&fields=*",
        f"pages/?search={WORD}",
        f"pages/?type=urgent_actions.UrgentActionPage&slug={WORD}-slug",
        "pages/find/?html_path=/urgent-actions/{slug}/",
        "pages/{pk}/",
    ],
)
def test_a_previewed_draft_appears_nowhere_else(path: str) -> None:
    page = factories.draft(title=f"{WORD} title", slug=f"{WORD}-slug")
    headers = {"authorization": f"Bearer {minted(page)}", "origin": FRONT_END}
    answer = Client().get(f"/api/v2/{path}".format(pk=page.pk, slug=page.slug), headers=headers)
    assert WORD not in answer.content.decode()
    assert answer.status_code in (200, 404)


def test_a_preview_publishes_nothing() -> None:
    page = factories.draft()
    fetched(minted(page))
    assert (factories.fresh(page).live, page.revisions.count()) == (False, 1)


def test_no_token_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    token = minted(factories.draft())
    with caplog.at_level(logging.DEBUG):
        fetched(token)
        fetched(token[:-1])
        fetched(token, origin="https://evil.example.org")
    assert "Not Found: /api/v2/page_preview/" in caplog.text
    assert token.rsplit(":", 1)[0] not in caplog.text


def test_the_table_of_previews_holds_no_token() -> None:
    token = minted(factories.draft())
    (row,) = rows()
    assert token not in (row.token, str(row), row.content_json)
    assert refused(fetched(row.token))
