"""Opened letters: counted only where a section wishes so, apart from what was reported, and told to nobody."""

from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from tests import factories
from tests.api.v1.conftest import PROBLEM, ROOT
from tests.api.v1.reports import read
from tests.reporting.telling import stored, target_of
from urgent_actions.models import Report, ReportTotal

pytestmark = pytest.mark.django_db


@pytest.fixture
def counting() -> None:
    """The section counts opened letters."""
    factories.section_settings(count_opened=True, totals_from=1)


def opened(client: Client, page: Any, **told: Any) -> Any:
    body = {"target": target_of(page), "channel": "email", **told}
    return client.post(f"{ROOT}{page.pk}/opened/", body, content_type="application/json")


def test_where_the_section_does_not_wish_it_nothing_is_stored(client: Client) -> None:
    page, before = factories.published(), stored()
    response = opened(client, page)
    assert (response.status_code, response.json(), stored()) == (202, {"status": "received"}, before)


@pytest.mark.usefixtures("counting")
def test_it_is_counted_apart(client: Client) -> None:
    page = factories.published()
    response = opened(client, page, channel="post")
    opened(client, page, channel="post")
    assert (response.status_code, response.json(), response["Cache-Control"]) == (
        *(202, {"status": "received"}),
        "no-store",
    )
    total = ReportTotal.objects.get()
    assert (total.provenance, total.channel, total.quantity) == ("opened", "post", 2)


@pytest.mark.usefixtures("counting")
def test_the_public_is_not_told(client: Client) -> None:
    page = factories.published()
    opened(client, page)
    assert read(client, page).json()["totals"] == {"self_reported": None, "group": None, "offline": None}


@pytest.mark.usefixtures("counting")
def test_what_one_address_opens_beyond_the_days_number_is_left_out(client: Client, settings: LazySettings) -> None:
    settings.URGENT_ACTIONS_REPORTS_A_DAY = 2
    page = factories.published()
    answers = {(each.status_code, each.content) for each in (opened(client, page) for _ in range(4))}
    assert (len(answers), Report.objects.count()) == (1, 2)


@pytest.mark.usefixtures("counting")
def test_what_is_opened_takes_nothing_from_what_can_be_reported(client: Client, settings: LazySettings) -> None:
    settings.URGENT_ACTIONS_REPORTS_A_DAY = 1
    page = factories.published()
    opened(client, page)
    words = {"target": target_of(page), "channel": "email", "quantity": 1}
    client.post(f"{ROOT}{page.pk}/reports/", words, content_type="application/json")
    assert Report.objects.get(provenance="self_reported").state == "counted"


@pytest.mark.usefixtures("counting")
@pytest.mark.parametrize(
    ("told", "parameter"),
    [({"target": "nobody"}, "target"), ({"channel": "pigeon"}, "channel"), ({"quantity": 5}, "quantity")],
)
def test_what_does_not_fit_is_refused_by_its_name(client: Client, told: dict[str, Any], parameter: str) -> None:
    page, before = factories.published(), stored()
    response = opened(client, page, **told)
    assert (response.status_code, response["Content-Type"], response.json()["parameter"]) == (400, PROBLEM, parameter)
    assert stored() == before


@pytest.mark.usefixtures("counting")
def test_of_a_stopped_one_no_letter_is_opened(client: Client) -> None:
    page, before = factories.stopped_case(), stored()
    assert (opened(client, page).json()["reason"], stored()) == ("stopped", before)


@pytest.mark.parametrize("counts", [True, False])
def test_of_what_is_not_there_no_letter_is_opened(client: Client, counts: bool) -> None:
    factories.section_settings(count_opened=counts)
    assert opened(client, factories.draft()).status_code == 404


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_it_is_told_and_never_asked(client: Client, method: str) -> None:
    response = getattr(client, method)(f"{ROOT}{factories.published().pk}/opened/")
    assert (response.status_code, response["Allow"], response["Access-Control-Allow-Origin"]) == (
        *(405, "OPTIONS, POST"),
        "*",
    )
