"""The list of reports: what waits comes first, and what is decided is counted, logged and not lost."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests import factories
from tests.admin.desk import member, messages, outsider, rows, soup
from tests.admin.reports.sections import coordinator_of
from tests.reporting.telling import group, stored, tell
from urgent_actions.models import Report, ReportTotal
from urgent_actions.rules.reports import Provenance

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator() -> Client:
    return member("Coordinators")


def desk(**filters: object) -> str:
    return reverse("urgent_actions_reports:index", query=filters)


def listed(client: Client, column: str, **filters: object) -> list[str]:
    return [row[column] for row in rows(client.get(desk(**filters)))]


def decide(client: Client, verdict: str, *reports: int, pressed: int | None = None) -> Any:
    data = {verdict: str(pressed or ""), "report": [str(each) for each in reports], "next": desk(state="held")}
    return client.post(reverse("urgent_actions_reports:decide"), data)


def held(quantity: int = 2, **fields: Any) -> Report:
    """Return a report that waits for somebody."""
    factories.section_settings(flood_limit=1)
    return Report.objects.get(pk=tell(factories.published(**fields), quantity=quantity).id)


def counted_letters() -> int:
    return sum(ReportTotal.objects.values_list("quantity", flat=True))


def test_a_row_says_what_was_reported(coordinator: Client) -> None:
    page = factories.published(title="Teacher in danger", ua_number="44/26", ordinal=2)
    tell(
        page,
        quantity=1200,
        channel="post",
        country="FR",
        provenance=Provenance.OFFLINE,
        note="At a stand in Sampletown",
        group=group("Sample town").pk,
    )
    (row,) = rows(coordinator.get(desk()))
    assert {name: said for name, said in row.items() if name not in ("Decision", "")} == {
        "Urgent action": "Teacher in danger Second Urgent Action 44/26",
        "Target": "Example Minister",
        "Letters": "1,200",
        "Channel": "Post",
        "How we know": "Counted by the section Sample town At a stand in Sampletown",
        "Sent from": "France",
        "Day": "06/15/2026",
        "State": "Counted",
    }


def test_a_row_of_what_is_gone_shows_what_is_left(coordinator: Client) -> None:
    page = factories.published()
    tell(page)
    page.delete()
    (row,) = rows(coordinator.get(desk()))
    assert [row[name] for name in ("Urgent action", "Target", "Letters", "Sent from")] == ["–", "–", "1", "–"]


def test_those_that_wait_come_first_and_then_the_newest(coordinator: Client) -> None:
    waiting = held()
    page = factories.published()
    tell(page, quantity=1, moment=factories.NOW + timedelta(days=2))
    tell(page, quantity=1, moment=factories.NOW + timedelta(days=1), channel="post")
    assert listed(coordinator, "State") == ["Held", "Counted", "Counted"]
    assert listed(coordinator, "Day") == ["06/15/2026", "06/17/2026", "06/16/2026"]
    assert waiting.day == date(2026, 6, 15)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"state": "held"}, ["50"]),
        ({"state": ["held", "counted"]}, ["50", "3", "2", "1"]),
        ({"provenance": "offline"}, ["3"]),
        ({"ua_number": "44/26"}, ["50", "1"]),
        ({"ua_number": "UA 44.26"}, ["50", "1"]),
        ({"ua_number": "99/26"}, []),
        ({"ua_number": "no number"}, []),
        ({"day_from": "2026-06-16"}, ["2"]),
        ({"day_to": "2026-06-15"}, ["50", "3", "1"]),
        ({"ua_number": "44/26", "state": "counted"}, ["1"]),
    ],
)
def test_a_filter_finds_those_that_it_names(coordinator: Client, filters: dict[str, Any], found: list[str]) -> None:
    factories.section_settings(flood_limit=49)
    page, other = factories.published(ua_number="44/26"), factories.published(ua_number="45/26")
    tell(page, quantity=1)
    tell(other, quantity=2, moment=factories.NOW + timedelta(days=1))
    tell(other, quantity=3, provenance=Provenance.OFFLINE)
    tell(page, quantity=50)
    query = "&".join(f"{k}={v}" for k, vs in filters.items() for v in (vs if isinstance(vs, list) else [vs]))
    shown = [row["Letters"] for row in rows(coordinator.get(f"{desk()}?{query}"))]
    assert sorted(shown, key=int, reverse=True) == found


def test_a_held_report_is_counted_at_the_press_of_a_button(coordinator: Client) -> None:
    report = held()
    response = decide(coordinator, "count", pressed=report.pk)
    report.refresh_from_db()
    assert (response.status_code, response["Location"]) == (302, desk(state="held"))
    assert (report.state, counted_letters()) == ("counted", 2)


def test_only_the_report_whose_button_was_pressed_is_decided(coordinator: Client) -> None:
    first, second = held(), held()
    decide(coordinator, "count", second.pk, pressed=first.pk)
    assert list(Report.objects.order_by("pk").values_list("state", flat=True)) == ["counted", "held"]


def test_several_are_refused_at_once(coordinator: Client) -> None:
    reports = [held() for _ in range(3)]
    response = decide(coordinator, "refuse", *[each.pk for each in reports[:2]])
    assert messages(coordinator.get(response["Location"])).strip() == "2 reports are refused now."
    assert list(Report.objects.order_by("pk").values_list("state", flat=True)) == ["refused", "refused", "held"]
    assert Report.objects.count() == 3


def test_who_decided_is_kept_and_shown(coordinator: Client) -> None:
    report = held()
    decide(coordinator, "refuse", report.pk)
    entry = ModelLogEntry.objects.get(object_id=str(report.pk))
    assert (entry.action, entry.user.username, entry.data) == ("urgent_actions.report.refuse", "coordinators", {})
    (row,) = rows(coordinator.get(desk()))
    assert row["Decision"] == "Count coordinators, 06/15/2026"


def test_deciding_the_same_again_is_not_logged_again(coordinator: Client) -> None:
    report = held()
    coordinator.get(decide(coordinator, "count", report.pk)["Location"])
    response = decide(coordinator, "count", report.pk)
    said = messages(coordinator.get(response["Location"])).strip()
    assert said == "Nothing has changed: somebody had decided the same before."
    assert (ModelLogEntry.objects.count(), counted_letters()) == (1, 2)


@pytest.mark.parametrize(
    "sent", [{}, {"count": ""}, {"count": "x"}, {"count": "9" * 20}, {"count": "", "report": ["y", "-1", "9" * 5000]}]
)
def test_without_a_report_nothing_is_decided(coordinator: Client, sent: dict[str, Any]) -> None:
    held()
    before = stored()
    response = coordinator.post(reverse("urgent_actions_reports:decide"), sent, follow=True)
    assert "No report was chosen" in messages(response)
    assert stored() == before


def test_a_report_of_another_section_is_neither_seen_nor_decided() -> None:
    report = held()
    elsewhere = coordinator_of(factories.section())
    before = stored()
    decide(elsewhere, "count", report.pk)
    assert (rows(elsewhere.get(desk())), stored()) == ([], before)


@pytest.mark.parametrize("who", [lambda: member("Editors"), outsider], ids=["editor", "outsider"])
def test_reports_are_not_for_everybody(who: Any) -> None:
    report, client = held(), who()
    before = stored()
    assert client.get(desk()).status_code == 302
    decide(client, "count", report.pk)
    assert stored() == before


def test_a_decision_leads_nowhere_but_into_the_site(coordinator: Client) -> None:
    data = {"count": str(held().pk), "next": "https://example.com/"}
    assert coordinator.post(reverse("urgent_actions_reports:decide"), data)["Location"] == desk()


def test_the_list_has_pages(coordinator: Client) -> None:
    page = factories.published()
    for _ in range(51):
        tell(page)
    assert [len(listed(coordinator, "State", p=number)) for number in (1, 2)] == [50, 1]


def test_ten_reports_need_as_many_queries_as_one(coordinator: Client) -> None:
    def make() -> None:
        report = held()
        decide(coordinator, "count", report.pk)

    make()
    coordinator.get(desk())  # fills Wagtail's caches of content types and sites
    with CaptureQueriesContext(connection) as one:
        coordinator.get(desk())
    for _ in range(9):
        make()
    with CaptureQueriesContext(connection) as ten:
        assert len(rows(coordinator.get(desk()))) == 10
    assert (len(one), len(ten)) == (16, 16)


def test_there_is_no_export(coordinator: Client) -> None:
    held()
    assert "export=" not in coordinator.get(desk()).content.decode()


@pytest.mark.parametrize(("role", "shown"), [("Coordinators", True), ("Moderators", True), ("Editors", False)])
def test_the_menu_leads_there(role: str, shown: bool) -> None:
    home = member(role).get(reverse("wagtailadmin_home")).content.decode()
    assert (f'"url": "{desk()}"' in home) is shown


def test_every_choice_has_a_name_for_those_who_do_not_see_it(coordinator: Client) -> None:
    held(title="Teacher in danger")
    page = soup(coordinator.get(desk()))
    assert [box["aria-label"] for box in page.select("form table input[type=checkbox]")] == [
        "Choose all on this page",
        "Choose the report of June 15, 2026 on Teacher in danger",
    ]
