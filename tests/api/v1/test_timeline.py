"""What happened to a case, as everybody may read it."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from tests import factories
from tests.lifecycle.test_stop_decision import FREE, NOTICED, in_spanish
from tests.reporting.telling import tell
from urgent_actions.lifecycle.extend import ExtendDeadline
from urgent_actions.lifecycle.issue_update import IssueUpdate
from urgent_actions.lifecycle.stop import ResumeUrgentAction, StopUrgentAction
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db


def timeline(client: Any, page: UrgentActionPage) -> list[dict[str, Any]]:
    return list(client.get(f"/api/urgent-actions/v1/{page.pk}/timeline/").json()["items"])


def first(**fields: Any) -> UrgentActionPage:
    return factories.published(
        **{"ua_number": "44/26", "ordinal": 1, "issued_on": date(2026, 6, 1), "deadline": date(2026, 6, 30), **fields}
    )


def lived() -> UrgentActionPage:
    """Return the second urgent action of a case that was translated, extended, and stopped with an outcome."""
    page = first()
    with time_machine.travel(factories.NOW + timedelta(days=1), tick=False):
        in_spanish(page, ordinal=1, deadline=date(2026, 6, 30))
    with time_machine.travel(factories.NOW + timedelta(days=2), tick=False):
        ExtendDeadline(factories.fresh(page), reason="A secret of the desk.", deadline=date(2026, 7, 31)).execute()
    second = first(ordinal=2, issued_on=date(2026, 6, 20))
    with time_machine.travel(factories.NOW + timedelta(days=10), tick=False):
        StopUrgentAction(second, reason="Sample Person is free.", outcomes=FREE).execute()
    return second


def test_the_whole_life_is_told_in_order(client: Any) -> None:
    told = [(event["kind"], event["on"], event["deadline"]) for event in timeline(client, lived())]
    assert told == [
        ("issued", "2026-06-01", None),
        ("outcome", "2026-06-14", None),
        ("translated", "2026-06-16", None),
        ("extended", "2026-06-17", "2026-07-31"),
        ("updated", "2026-06-20", None),
        ("stopped", "2026-06-25", None),
    ]


def test_an_outcome_is_told_with_its_source_and_what_the_appeals_contributed(client: Any) -> None:
    (event,) = (event for event in timeline(client, lived()) if event["kind"] == "outcome")
    assert event["person"] == {
        "name": "Sample Person",
        "outcome": "released",
        "source": "her lawyer",
        "appeals_contribution": NOTICED,
    }


def test_the_reason_of_an_extension_is_not_told(client: Any) -> None:
    page = lived()
    response = client.get(f"/api/urgent-actions/v1/{page.pk}/timeline/")
    assert "secret" not in response.content.decode()


def test_a_stop_that_was_taken_back_is_not_told(client: Any) -> None:
    page = first()
    StopUrgentAction(page, reason="Sample Person is free.", outcomes=FREE).execute()
    ResumeUrgentAction(factories.fresh(page), reason="She was arrested again.").execute()
    assert [event["kind"] for event in timeline(client, page)] == ["issued", "outcome"]


def test_a_draft_of_the_next_one_is_not_told(client: Any) -> None:
    page = first()
    IssueUpdate(page).execute()
    assert [event["kind"] for event in timeline(client, page)] == ["issued"]


def test_a_person_with_initials_only_is_told_by_them(client: Any) -> None:
    page = first(
        persons=[{"name": "Ximena Yonder", "use_initials": True, "outcome": "released"}],
        title="A teacher in danger",
        summary=[("paragraph", "<p>A teacher was threatened.</p>")],
        sample_letter=[("paragraph", "I write."), ("asks", {"introduction": "Please:", "asks": ["protect her."]})],
        slug="teacher",
    )
    response = client.get(f"/api/urgent-actions/v1/{page.pk}/timeline/")
    assert ("X. Y." in response.content.decode(), "Ximena" in response.content.decode()) == (True, False)


def test_another_section_tells_its_own(client: Any) -> None:
    page = first()
    elsewhere = factories.section(hostname="other.example.org")
    first(parent=factories.index_page_of(elsewhere), title="Elsewhere", issued_on=date(2026, 6, 2))
    assert [event["urgent_action"]["id"] for event in timeline(client, page)] == [page.pk]


@pytest.mark.parametrize(("situation", "status"), [("draft", 404), ("gone", 410)])
def test_what_is_not_public_has_no_timeline(client: Any, situation: str, status: int) -> None:
    page = factories.draft() if situation == "draft" else first()
    if situation == "gone":
        page.unpublish()
    response = client.get(f"/api/urgent-actions/v1/{page.pk}/timeline/")
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")


def test_what_was_reported_is_told_apart_by_how_it_is_known(client: Any) -> None:
    page = first()
    tell(page, quantity=12)
    totals = client.get(f"/api/urgent-actions/v1/{page.pk}/timeline/").json()["totals"]
    assert totals == {"self_reported": 12, "group": None, "offline": None}


@pytest.mark.parametrize("length", [1, 5])
def test_a_long_history_costs_no_more_than_a_short_one(
    client: Any, django_assert_num_queries: Any, length: int
) -> None:
    pages = [first(ordinal=place) for place in range(1, length + 1)]
    with django_assert_num_queries(7):
        timeline(client, pages[-1])
