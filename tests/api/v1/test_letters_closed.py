"""No letter leaves where nobody may write any more: not by an old link, not from a memory, in no form."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine as travel
from django.test import Client

from tests import factories
from tests.api.conftest import Committed
from tests.api.v1.letters import get, post, writable
from urgent_actions.models import Official, UrgentActionPage

pytestmark = pytest.mark.django_db

FORMS = ("json", "text", "html", "eml", "pdf", "docx", "kit")


def superseded() -> Any:
    first = writable()
    factories.published(ua_number="44/26", ordinal=2, title="The newer one")
    return first


CLOSED: dict[str, Callable[[], Any]] = {
    "expired": lambda: writable(deadline=factories.NOW.date() - timedelta(days=1)),
    "stopped": lambda: writable(stopped_at=factories.NOW, stop_reason="Sample Person is free."),
    "superseded": superseded,
}


@pytest.mark.parametrize("reason", CLOSED)
@pytest.mark.parametrize("form", FORMS)
def test_a_closed_one_gives_the_reason_and_the_way_on(client: Client, reason: str, form: str) -> None:
    page = CLOSED[reason]()
    response = get(client, page, format=form)
    answer = response.json()
    assert (response.status_code, response["Content-Type"]) == (410, "application/problem+json")
    assert (answer["status"], answer["reason"]) == (410, reason)
    assert (answer["latest"] and answer["latest"]["title"]) == ("The newer one" if reason == "superseded" else None)
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("reason", CLOSED)
def test_a_closed_one_gives_no_personal_letter_and_no_document(client: Client, reason: str) -> None:
    page = CLOSED[reason]()
    for response in (post(client, page, name="Example Writer"), get(client, page, "document/")):
        assert (response.status_code, response.json()["reason"]) == (410, reason)
        assert "1 Example Street" not in response.content.decode()


def test_one_without_a_target_gives_the_reason(client: Client, committed: Committed) -> None:
    page = writable()
    with committed():
        for official in Official.objects.all():
            official.live = False
            official.save()
    assert get(client, page).json()["reason"] == "no_target"


def test_an_old_link_of_a_withdrawn_one_says_nothing_but_that(client: Client, committed: Committed) -> None:
    page = writable()
    with committed():
        page.unpublish()
    answer = get(client, page, format="pdf").json()
    assert (answer["status"], answer["reason"], answer["latest"]) == (410, "withdrawn", None)


def test_one_that_never_was_is_not_there(client: Client) -> None:
    assert get(client, factories.draft()).status_code == 404


@pytest.mark.parametrize("form", FORMS)
def test_a_stop_reaches_what_is_remembered(client: Client, committed: Committed, form: str) -> None:
    page = writable()
    assert get(client, page, format=form).status_code == 200
    assert get(client, page, format=form).status_code == 200
    with committed():
        page.stopped_at, page.stop_reason = factories.NOW, "Sample Person is free."
        page.save_revision().publish()
    assert get(client, page, format=form).status_code == 410


@pytest.mark.parametrize("form", FORMS)
def test_a_deadline_reaches_what_is_remembered(
    client: Client, time_machine: travel.TimeMachineFixture, form: str
) -> None:
    page = writable(deadline=factories.NOW.date())
    assert get(client, page, format=form).status_code == 200
    time_machine.move_to(factories.NOW.replace(hour=23, minute=59, second=59), tick=False)
    assert get(client, page, format=form).status_code == 200
    time_machine.shift(timedelta(seconds=1))
    assert get(client, page, format=form).status_code == 410


def test_a_new_deadline_opens_it_again(client: Client, committed: Committed) -> None:
    page = CLOSED["expired"]()
    assert get(client, page).status_code == 410
    with committed():
        fresh = UrgentActionPage.objects.get(pk=page.pk)
        fresh.deadline = date(2026, 12, 31)
        fresh.save_revision().publish()
    assert get(client, page).status_code == 200
