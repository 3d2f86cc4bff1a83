"""Reporting: one answer to everybody, whatever becomes of it, and a reason where it is not taken."""

import json
import logging
from datetime import timedelta
from typing import Any

import pytest
import time_machine as travel
from django.conf import LazySettings
from django.test import Client
from wagtail.models import Site

from tests import factories
from tests.api.conftest import Committed
from tests.api.v1.conftest import PROBLEM, ROOT
from tests.api.v1.reports import kept, report
from tests.reporting.telling import group, stored, target_of
from urgent_actions.models import Report, ThrottleCount

pytestmark = pytest.mark.django_db


def test_a_report_is_taken_and_counted(client: Client) -> None:
    page = factories.published()
    response = report(client, page, quantity=3, country="fr", channel="post")
    assert (response.status_code, response.json()) == (202, {"status": "received"})
    row = Report.objects.get()
    assert (row.target_id, row.channel, row.quantity, row.country, row.provenance, row.state, row.group) == (
        *(target_of(page), "post", 3, "FR", "self_reported", "counted"),
        None,
    )


def test_a_report_of_a_group_names_it(client: Client) -> None:
    named = group()
    report(client, factories.published(), quantity=70, group=named.pk)
    row = Report.objects.get()
    assert (row.group, row.provenance, row.quantity) == (named, "group", 70)


def test_the_answer_is_the_same_whatever_becomes_of_it(client: Client, settings: LazySettings) -> None:
    factories.section_settings(flood_limit=4)
    page, key = factories.published(), {"Idempotency-Key": "the same"}
    counted = report(client, page, headers=key)
    repeated = report(client, page, headers=key)
    trapped = report(client, page, website="https://robot.example.org")
    flood = report(client, page, quantity=9)
    settings.URGENT_ACTIONS_REPORTS_A_DAY = 1
    throttled = report(client, page)
    assert kept() == [("counted", 1), ("held", 1), ("held", 9), ("held", 1)]
    answers = {
        (each.status_code, each.content, tuple(sorted(each.items())))
        for each in (counted, repeated, trapped, flood, throttled)
    }
    assert len(answers) == 1


def test_a_report_that_is_sent_again_with_its_key_counts_once(client: Client) -> None:
    page = factories.published()
    for key in ("one", "one", "two"):
        report(client, page, headers={"Idempotency-Key": key})
    assert kept() == [("counted", 1), ("counted", 1)]


def test_without_a_key_each_one_is_a_new_one(client: Client) -> None:
    page = factories.published()
    report(client, page)
    report(client, page)
    assert kept() == [("counted", 1), ("counted", 1)]


def test_no_cache_keeps_the_answer_and_nothing_is_set_in_the_browser(client: Client) -> None:
    response = report(client, factories.published())
    assert (response["Cache-Control"], response.cookies, response["Access-Control-Allow-Origin"]) == (
        *("no-store", {}),
        "*",
    )
    assert "ETag" not in response


@pytest.mark.parametrize(
    ("told", "parameter"),
    [
        ({"target": "nobody"}, "target"),
        ({"target": ""}, "target"),
        ({"target": None}, "target"),
        ({"channel": "pigeon"}, "channel"),
        ({"channel": None}, "channel"),
        ({"quantity": 0}, "quantity"),
        ({"quantity": 51}, "quantity"),
        ({"quantity": -1}, "quantity"),
        ({"quantity": "3"}, "quantity"),
        ({"quantity": True}, "quantity"),
        ({"quantity": 1.5}, "quantity"),
        ({"quantity": 10**30}, "quantity"),
        ({"quantity": None}, "quantity"),
        ({"country": "UK"}, "country"),
        ({"group": 999_999}, "group"),
        ({"group": "Example group"}, "group"),
        ({"site": "nowhere.example.org"}, "site"),
        ({"note": "it was me"}, "note"),
        ({"email": "me@example.org"}, "email"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_name(client: Client, told: dict[str, Any], parameter: str) -> None:
    page, before = factories.published(), stored()
    response = report(client, page, **told)
    assert (response.status_code, response["Content-Type"], response["Cache-Control"]) == (400, PROBLEM, "no-store")
    assert response.json()["parameter"] == parameter
    assert stored() == before


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_that_does_not_fit_is_refused_by_its_name(client: Client, key: str) -> None:
    response = report(client, factories.published(), headers={"Idempotency-Key": key})
    assert (response.status_code, response.json()["parameter"], kept()) == (400, "Idempotency-Key", [])


def test_a_group_of_another_section_and_a_closed_one_are_not_there(client: Client) -> None:
    page = factories.published()
    for named in (group("Elsewhere", site=factories.section()), group("Closed", is_open=False)):
        response = report(client, page, group=named.pk)
        assert (response.status_code, response.json()["parameter"]) == (400, "group")
    assert kept() == []


def test_what_is_not_there_is_not_reported_on(client: Client) -> None:
    response = report(client, factories.draft())
    assert (response.status_code, response["Content-Type"], kept()) == (404, PROBLEM, [])


def test_what_is_not_public_any_more_says_that_and_no_more(client: Client, committed: Committed) -> None:
    page = factories.published()
    with committed():
        page.unpublish()
    answer = report(client, page).json()
    assert (answer["status"], answer["reason"], answer["latest"], kept()) == (410, "withdrawn", None, [])


def test_a_stopped_one_takes_none_and_says_why(client: Client) -> None:
    page, before = factories.stopped_case(), stored()
    response = report(client, page)
    assert (response.status_code, response["Content-Type"], response.json()["reason"]) == (410, PROBLEM, "stopped")
    assert stored() == before


@pytest.mark.parametrize(("days", "status"), [(13, 202), (14, 410)])
def test_an_expired_one_takes_them_in_its_days_of_grace(
    client: Client, time_machine: travel.TimeMachineFixture, days: int, status: int
) -> None:
    page = factories.expired_action()
    time_machine.move_to(factories.NOW.replace(hour=0) + timedelta(days=days), tick=False)
    response = report(client, page)
    assert response.status_code == status
    assert (response.json().get("reason"), len(kept())) == ((None, 1) if status == 202 else ("expired", 0))


def test_a_superseded_one_names_the_newer_one_when_its_grace_is_over(
    client: Client, time_machine: travel.TimeMachineFixture
) -> None:
    page = factories.superseded_action()
    assert report(client, page).status_code == 202
    time_machine.shift(timedelta(days=14))
    answer = report(client, page).json()
    assert (answer["reason"], answer["latest"]["ordinal"], len(kept())) == ("superseded", 2, 1)


def test_another_section_is_asked_by_its_name(client: Client) -> None:
    site = factories.section(hostname="other.example.org")
    page = factories.published(parent=factories.index_page_of(site))
    assert report(client, page).status_code == 404
    assert report(client, page, site="other.example.org").status_code == 202
    assert Report.objects.get().site == Site.objects.get(hostname="other.example.org")


def test_too_much_is_refused(client: Client) -> None:
    page = factories.published()
    words = {"target": target_of(page), "channel": "email", "quantity": 1}
    body = json.dumps(words) + " " * 4096
    response = client.post(f"{ROOT}{page.pk}/reports/", body, content_type="application/json")
    assert (response.status_code, kept()) == (413, [])


def test_a_form_on_another_page_cannot_report(client: Client) -> None:
    page = factories.published()
    body = json.dumps({"target": target_of(page), "channel": "email", "quantity": 1})
    response = client.post(f"{ROOT}{page.pk}/reports/", body, content_type="text/plain")
    assert (response.status_code, kept()) == (415, [])


@pytest.mark.parametrize("body", ["", "[]", "nonsense", "null", '{"quantity": 1}'])
def test_what_is_no_report_is_refused(client: Client, body: str) -> None:
    response = client.post(f"{ROOT}{factories.published().pk}/reports/", body, content_type="application/json")
    assert (response.status_code, response["Content-Type"], kept()) == (400, PROBLEM, [])


def test_what_stands_in_the_address_is_refused_and_not_ignored(client: Client) -> None:
    page = factories.published()
    words = {"target": target_of(page), "channel": "email", "quantity": 1}
    response = client.post(f"{ROOT}{page.pk}/reports/?site=x", words, content_type="application/json")
    assert (response.status_code, response.json()["parameter"], kept()) == (400, "site", [])


def test_a_browser_on_another_site_may_report(client: Client) -> None:
    wish = {"Origin": "https://front.example.org", "Access-Control-Request-Headers": "content-type,idempotency-key"}
    asked = client.options(f"{ROOT}{factories.published().pk}/reports/", headers=wish)
    assert asked["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS, POST"
    assert asked["Access-Control-Allow-Headers"] == "content-type,idempotency-key"


def test_neither_address_nor_browser_is_stored_or_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    page = factories.published()
    with caplog.at_level(logging.DEBUG):
        for told in ({}, {"website": "x"}, {"quantity": 0}):
            response = client.post(
                f"{ROOT}{page.pk}/reports/",
                {"target": target_of(page), "channel": "email", "quantity": 1, **told},
                content_type="application/json",
                REMOTE_ADDR="192.0.2.77",
                HTTP_USER_AGENT="Telltale/1.0",
            )
            assert response.status_code in (202, 400)
    kept_of_it = str([*Report.objects.values_list(), *ThrottleCount.objects.values_list(), caplog.text])
    assert [word for word in ("192.0.2.77", "Telltale") if word in kept_of_it] == []


def test_writers_behind_our_proxy_are_told_apart(client: Client, settings: LazySettings) -> None:
    settings.URGENT_ACTIONS_REPORTS_A_DAY = 1
    page, both = factories.published(), ("198.51.100.1", "198.51.100.2")
    for address in both:
        report(client, page, headers={"X-Forwarded-For": address})
    settings.URGENT_ACTIONS_TRUSTED_PROXIES = 1
    for address in both:
        report(client, page, headers={"X-Forwarded-For": f"203.0.113.9, {address}"})
    assert [state for state, _ in kept()] == ["counted", "held", "counted", "counted"]
