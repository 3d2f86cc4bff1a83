"""Decisions about a case, by a tool with a token."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from wagtail.models import APIToken

from tests import factories
from tests.api.test_v3 import bearing, token
from tests.lifecycle.test_stop_decision import user
from tests.lifecycle.witness import nothing_changes, public_answer
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db

STOP = {
    "reason": "Sample Person is free.",
    "outcomes": [{"name": "Sample Person", "outcome": "released", "on": "2026-06-14", "source": "her lawyer"}],
}


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def decide(page: UrgentActionPage, name: str, said: dict[str, Any], *, key: str | None = None) -> HttpResponse:
    return Client().post(
        f"/api/v3/pages/{page.pk}/actions/{name}/",
        json.dumps(said),
        content_type="application/json",
        headers=bearing(key or token()),
    )


def test_a_stop_says_what_it_reached() -> None:
    page = factories.published()
    answer = decide(page, "stop", STOP).json()
    reached = {"id": page.pk, "title": page.title, "language": "en", "url": page.full_url, "status": "open"}
    assert (answer["done"], answer["reached"]) == (True, [reached])


def test_a_stop_is_read_by_the_public() -> None:
    page = factories.published()
    decide(page, "stop", STOP)
    shown = public_answer(page)[1]
    assert (shown["status"], shown["persons"][0]["outcome_source"]) == ("stopped", "her lawyer")


def test_a_dry_run_says_the_same_and_stops_nothing() -> None:
    page = factories.published()
    with nothing_changes(page):
        answer = decide(page, "stop", {**STOP, "dry_run": True}).json()
    assert (answer["done"], [each["id"] for each in answer["reached"]]) == (False, [page.pk])


def test_a_stop_is_taken_back() -> None:
    page = factories.stopped_case()
    decide(page, "resume", {"reason": "She was arrested again."})
    assert public_answer(page)[1]["status"] == "open"


def test_a_deadline_is_extended() -> None:
    page = factories.expired_action()
    decide(page, "extend", {"reason": "The trial was put off.", "deadline": "2026-07-31"})
    assert public_answer(page)[1]["deadline"] == "2026-07-31"


def test_an_update_names_its_draft() -> None:
    answer = decide(factories.published(ua_number="44/26"), "issue_update", {}).json()
    assert answer["drafts"] == [UrgentActionPage.objects.get(ua_number="44/26", ordinal=2).pk]


def test_what_cannot_be_decided_is_told_as_a_problem() -> None:
    page = factories.published()
    with nothing_changes(page):
        response = decide(page, "stop", {**STOP, "outcomes": []})
    assert (response.status_code, response["Content-Type"]) == (409, "application/problem+json")
    assert (response.json()["parameter"], response.json()["detail"]) == (
        "outcomes",
        "What came of it for Sample Person? If nobody knows, say so.",
    )


def test_words_that_must_not_be_published_are_refused() -> None:
    page = factories.published()
    with nothing_changes(page):
        response = decide(page, "stop", {**STOP, "reason": "Released, says [NAME]."})
    assert (response.status_code, "“[NAME]” is still to be filled in" in response.content.decode()) == (422, True)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {**STOP, "resaon": ""},
        {**STOP, "reason": "Released\x00"},
        {**STOP, "outcomes": [{"name": "Sample Person", "outcome": "freed"}]},
        {**STOP, "outcomes": [{"name": "Sample Person", "outcome": "released", "source": "\x00"}]},
        {**STOP, "outcomes": [{"name": "Sample Person", "outcome": "released", "contribution": "\x00"}]},
    ],
)
def test_a_question_that_is_wrong_is_refused(said: dict[str, Any]) -> None:
    page = factories.published()
    with nothing_changes(page):
        assert decide(page, "stop", said).status_code == 422


def test_a_number_that_no_page_can_have_is_refused() -> None:
    said = Client().post(
        f"/api/v3/pages/{2**63}/actions/stop/", STOP, content_type="application/json", headers=bearing(token())
    )
    assert said.status_code == 422


def test_without_a_token_nobody_decides() -> None:
    page = factories.published()
    with nothing_changes(page):
        assert decide(page, "stop", STOP, key="unknown").status_code == 401


def test_somebody_who_may_not_publish_does_not_stop() -> None:
    page = factories.published()
    _, key = APIToken.create_token(user=user("Editors"), name="A tool")
    with nothing_changes(page):
        assert decide(page, "stop", STOP, key=str(key)).status_code == 403


def test_somebody_who_may_not_publish_does_not_read_the_plan_either() -> None:
    page = factories.draft()
    _, key = APIToken.create_token(user=user("Editors"), name="A tool")
    assert decide(page, "stop", {**STOP, "dry_run": True}, key=str(key)).status_code == 403


def test_there_is_nothing_to_decide_about_another_page() -> None:
    page = factories.index_page()
    assert decide(page, "stop", STOP).status_code == 404
