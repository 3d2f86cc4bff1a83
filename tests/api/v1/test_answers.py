"""How an answer travels: conditional, compressed, and nowhere kept beyond the moment at which it changes."""

import gzip
from datetime import UTC, datetime, timedelta
from typing import Any

import brotli
import pytest
import time_machine as travel
from django.test import Client

from tests import factories
from tests.api.conftest import Change
from tests.api.v1.conftest import ROOT, Ask
from urgent_actions.api.memory import Memory
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db

MIDNIGHT = datetime(2026, 6, 16, tzinfo=UTC)
PATHS = ("", "{pk}/", "{pk}/chain/", "facets/", "impact/", "changes/", "missions/?of=HN&in=US", "by-ua-number/44/26/")


def last_day() -> UrgentActionPage:
    """Return an urgent action that is open for writing until midnight."""
    return factories.published(ua_number="44/26", deadline=factories.NOW.date())


# Conditional requests


@pytest.mark.parametrize("path", PATHS)
def test_who_has_the_answer_already_is_told_so(client: Client, path: str) -> None:
    address = f"{ROOT}{path.format(pk=last_day().pk)}"
    name = client.get(address)["ETag"]
    for known in (name, name.removeprefix("W/"), f'"other", {name}', "*"):
        response = client.get(address, headers={"if-none-match": known})
        assert (response.status_code, response.content, response["ETag"]) == (304, b"", name)


@pytest.mark.parametrize("path", PATHS)
def test_who_has_another_answer_gets_this_one(client: Client, path: str) -> None:
    address = f"{ROOT}{path.format(pk=last_day().pk)}"
    response = client.get(address, headers={"if-none-match": 'W/"other"'})
    assert (response.status_code, response.content) == (200, client.get(address).content)


def test_another_headline_is_another_answer(client: Client, change: Change) -> None:
    page = last_day()
    paths = ("", f"{page.pk}/", f"{page.pk}/chain/")
    before = [client.get(f"{ROOT}{path}")["ETag"] for path in paths]
    change([page], title="Another headline")
    after = [client.get(f"{ROOT}{path}")["ETag"] for path in paths]
    assert not set(before) & set(after)


# Compression


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br;q=0.9", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("identity", ""),
        ("deflate", ""),
        ("", ""),
    ],
)
def test_an_answer_is_the_same_in_every_form(client: Client, path: str, accepted: str, encoding: str) -> None:
    address = f"{ROOT}{path.format(pk=last_day().pk)}"
    plain = client.get(address).content
    response = client.get(address, headers={"accept-encoding": accepted})
    read = {"gzip": gzip.decompress, "br": brotli.decompress, "": bytes}[encoding]
    assert (response.get("Content-Encoding", ""), read(response.content)) == (encoding, plain)
    assert (int(response["Content-Length"]), "Accept-Encoding" in response["Vary"]) == (len(response.content), True)


# What caches may keep


@pytest.mark.parametrize("path", PATHS)
def test_no_cache_shows_an_answer_without_asking_unless_it_is_allowed_to(client: Client, path: str) -> None:
    response = client.get(f"{ROOT}{path.format(pk=last_day().pk)}")
    assert (response["Cache-Control"], response["Expires"]) == ("public, no-cache", "Mon, 15 Jun 2026 12:00:00 GMT")


# So long before the deadline: what caches are told.
LIMITS = {
    timedelta(hours=1): ("public, max-age=60", "Mon, 15 Jun 2026 23:01:00 GMT"),
    timedelta(seconds=60): ("public, max-age=60", "Tue, 16 Jun 2026 00:00:00 GMT"),
    timedelta(seconds=10): ("public, max-age=10", "Tue, 16 Jun 2026 00:00:00 GMT"),
    timedelta(milliseconds=500): ("public, no-cache", "Mon, 15 Jun 2026 23:59:59 GMT"),
    timedelta(0): ("public, max-age=60", "Tue, 16 Jun 2026 00:01:00 GMT"),
}


@pytest.mark.parametrize("path", ["", "{pk}/", "{pk}/chain/", "facets/", "changes/", "by-ua-number/44/26/"])
@pytest.mark.parametrize("before", LIMITS)
def test_no_cache_keeps_an_answer_beyond_a_deadline(
    client: Client, settings: Any, time_machine: travel.TimeMachineFixture, path: str, before: timedelta
) -> None:
    settings.URGENT_ACTIONS_MAX_AGE = 60
    page = last_day()
    time_machine.move_to(MIDNIGHT - before, tick=False)
    # One is fresh, the other one remembered.
    responses = [client.get(f"{ROOT}{path.format(pk=page.pk)}") for _ in range(2)]
    assert [(each["Cache-Control"], each["Expires"]) for each in responses] == [LIMITS[before]] * 2


# The moment at which it changes


@pytest.mark.parametrize(
    "path", ["?status=expiring", "{pk}/", "by-ua-number/44/26/", "{pk}/chain/", "facets/?status=expiring"]
)
def test_at_midnight_nobody_is_asked_to_write_though_nothing_has_run(
    client: Client, time_machine: travel.TimeMachineFixture, path: str
) -> None:
    address = f"{ROOT}{path.format(pk=last_day().pk)}"
    time_machine.move_to(MIDNIGHT - timedelta(microseconds=1), tick=False)
    before = client.get(address).content
    assert b'"expiring"' in before
    time_machine.move_to(MIDNIGHT, tick=False)
    after = client.get(address).content
    assert b'"expiring"' not in after
    assert b'"letters_available":true' not in after


# Two processes


@pytest.fixture
def processes(client: Client) -> Any:
    """Return a function that goes over to one of two processes, each with a memory of its own."""
    both = (Memory(), Memory())
    return lambda number: setattr(client.handler, "memory", both[number])


@pytest.mark.parametrize("path", ["", "{pk}/", "{pk}/chain/", "by-ua-number/44/26/"])
def test_a_stop_is_heard_by_every_process_at_once(
    client: Client, change: Change, processes: Any, django_assert_num_queries: Any, path: str
) -> None:
    page = last_day()
    address = f"{ROOT}{path.format(pk=page.pk)}"
    for number in (0, 1):
        processes(number)
        client.get(address)
    processes(1)
    with django_assert_num_queries(1):
        assert b'"letters_available":true' in client.get(address).content, (
            "it must be remembered, or this proves nothing"
        )
    processes(0)
    change([page], stopped_at=factories.NOW, stop_reason="She is safe.")
    for number in (0, 1):
        processes(number)
        answer = client.get(address).content
        assert (b'"stopped"' in answer, b'"letters_available":true' in answer) == (True, False)


def test_what_is_withdrawn_is_remembered_nowhere(client: Client, processes: Any) -> None:
    page = last_day()
    for number in (0, 1):
        processes(number)
        assert client.get(f"{ROOT}{page.pk}/").status_code == 200
    page.unpublish()
    for number in (0, 1):
        processes(number)
        assert client.get(f"{ROOT}{page.pk}/").status_code == 410


def test_a_refusal_is_not_remembered(ask: Ask, django_assert_max_num_queries: Any) -> None:
    page = factories.draft()
    ask(f"{page.pk}/", expect=404)
    page.get_latest_revision().publish()
    assert ask(f"{page.pk}/")["id"] == page.pk


@pytest.mark.parametrize("headers", [{"host": "section.example.org"}, {"accept": "text/html"}])
def test_what_was_asked_otherwise_is_remembered_apart(
    client: Client, django_assert_num_queries: Any, headers: dict[str, str]
) -> None:
    page = last_day()
    factories.section(hostname="section.example.org")
    client.get(ROOT)
    with django_assert_num_queries(1 if "host" in headers else 2):
        client.get(ROOT, headers=headers)
    assert client.get(f"{ROOT}{page.pk}/", headers={"host": "section.example.org"}).status_code == 404


def test_who_shows_credentials_is_not_answered_from_the_memory(client: Client, django_assert_num_queries: Any) -> None:
    last_day()
    client.get(ROOT)
    with django_assert_num_queries(2):
        client.get(ROOT, headers={"authorization": "Bearer x"})
