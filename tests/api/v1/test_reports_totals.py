"""What the public is told of reports: apart by how it is known, from a number on, and never from a memory."""

from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.api.conftest import Committed
from tests.api.v1.reports import read
from tests.reporting.telling import group, tell
from urgent_actions.models import Report
from urgent_actions.reporting.held import refuse
from urgent_actions.rules.reports import Provenance

pytestmark = pytest.mark.django_db

NOTHING = {"self_reported": None, "group": None, "offline": None}


def test_each_provenance_is_told_by_itself_from_the_number_on(client: Client) -> None:
    named = group()
    group("Closed", is_open=False)
    page = factories.published()
    tell(page, quantity=9)
    tell(page, provenance=Provenance.GROUP, group=named.pk, quantity=60)
    tell(page, provenance=Provenance.OFFLINE, quantity=10)
    tell(page, provenance=Provenance.OPENED)
    assert read(client, page).json() == {
        "totals": {"self_reported": None, "group": 60, "offline": 10},
        "groups": [{"id": named.pk, "name": "Example group"}],
    }


def test_the_section_sets_the_number(client: Client) -> None:
    factories.section_settings(totals_from=2)
    page = factories.published()
    tell(page)
    assert read(client, page).json()["totals"] == NOTHING
    tell(page)
    assert read(client, page).json()["totals"] == {**NOTHING, "self_reported": 2}


def test_a_zero_is_never_told(client: Client) -> None:
    factories.section_settings(totals_from=1)
    page = factories.published()
    tell(page)
    refuse(Report.objects.get())
    assert read(client, page).json()["totals"] == NOTHING


def test_a_total_is_of_this_second_and_may_be_shown_for_a_minute(client: Client) -> None:
    page = factories.published()
    tell(page, quantity=10)
    first = read(client, page)
    tell(page, quantity=5)
    second = read(client, page)
    assert [each.json()["totals"]["self_reported"] for each in (first, second)] == [10, 15]
    assert (first["Cache-Control"], first["Vary"], "Expires" in first) == (
        *("public, max-age=60", "Accept-Encoding"),
        False,
    )
    assert first["ETag"] != second["ETag"]


def test_who_has_it_already_is_told_that(client: Client) -> None:
    page = factories.published()
    etag = read(client, page)["ETag"]
    again = client.get(f"/api/urgent-actions/v1/{page.pk}/reports/", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("make", [factories.expired_action, factories.stopped_case, factories.superseded_action])
def test_a_closed_one_goes_on_telling(client: Client, make: Any) -> None:
    assert read(client, make()).status_code == 200


def test_what_is_not_public_tells_nothing(client: Client, committed: Committed) -> None:
    page = factories.published()
    tell(page, quantity=20)
    with committed():
        page.unpublish()
    assert (read(client, page).status_code, read(client, factories.draft()).status_code) == (410, 404)


def test_another_section_is_asked_by_its_name(client: Client) -> None:
    page = factories.published(parent=factories.index_page_of(factories.section(hostname="other.example.org")))
    assert read(client, page).status_code == 404
    assert read(client, page, site="other.example.org").json()["totals"] == NOTHING


def test_a_parameter_that_there_is_not_is_refused_by_name(client: Client) -> None:
    response = read(client, factories.published(), provenance="group")
    assert (response.status_code, response.json()["parameter"]) == (400, "provenance")


@pytest.mark.parametrize("reports", [1, 12])
def test_it_costs_three_queries_however_many_reports_there_are(
    client: Client, reports: int, django_assert_num_queries: Any
) -> None:
    page = factories.published()
    for count in range(reports):
        tell(page, country="FR" if count % 2 else "")
        group(f"Example group {count}")
    with django_assert_num_queries(3):
        read(client, page)
