"""Letters entered by hand: counted once, logged, and nothing lost where they are refused."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests import factories
from tests.admin.desk import member, messages, outsider, soup
from tests.admin.reports.sections import coordinator_of
from tests.reporting.telling import group, stored, target_of
from urgent_actions.models import Report, ReportTotal, UrgentActionPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator() -> Client:
    return member("Coordinators")


def address(page: UrgentActionPage) -> str:
    return reverse("urgent_actions_enter", args=[page.pk])


def typed(page: UrgentActionPage, **changes: Any) -> dict[str, Any]:
    return {
        "key": "a1b2",
        "provenance": "offline",
        "group": "",
        "target": target_of(page),
        "channel": "post",
        "quantity": "140",
        "country": "FR",
        "note": "Sheets at a stand",
        **changes,
    }


def errors(response: Any) -> list[str]:
    return [each.get_text(" ", strip=True) for each in soup(response).select(".error-message, .messages .error")]


def test_what_the_section_has_counted_is_entered(coordinator: Client) -> None:
    page = factories.published()
    response = coordinator.post(address(page), typed(page))
    fields = ("provenance", "channel", "quantity", "country", "note", "state")
    assert list(Report.objects.values_list(*fields)) == [("offline", "post", 140, "FR", "Sheets at a stand", "counted")]
    assert response["Location"] == reverse("urgent_actions_totals", args=[page.pk])


def test_what_a_group_has_told_is_entered(coordinator: Client) -> None:
    page, told_by = factories.published(), group()
    coordinator.post(address(page), typed(page, provenance="group", group=str(told_by.pk), note=""))
    assert list(Report.objects.values_list("provenance", "group", "quantity")) == [("group", told_by.pk, 140)]


def test_the_same_form_sent_twice_counts_once(coordinator: Client) -> None:
    page = factories.published()
    key = soup(coordinator.get(address(page))).select_one("#id_key")["value"]
    for _ in range(2):
        response = coordinator.post(address(page), typed(page, key=key), follow=True)
        assert messages(response) == "140 letters are counted."
    assert list(ReportTotal.objects.values_list("reports", "quantity")) == [(1, 140)]
    assert ModelLogEntry.objects.filter(action="urgent_actions.report.enter").count() == 1


def test_each_form_has_a_key_of_its_own(coordinator: Client) -> None:
    page = factories.published()
    assert len({soup(coordinator.get(address(page))).select_one("#id_key")["value"] for _ in range(2)}) == 2


def test_who_entered_it_is_kept(coordinator: Client) -> None:
    page = factories.published()
    coordinator.post(address(page), typed(page))
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user.username) == ("urgent_actions.report.enter", "coordinators")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"quantity": "0"}, "Ensure this value is greater than or equal to 1."),
        ({"quantity": "100001"}, "Ensure this value is less than or equal to 100000."),
        ({"provenance": "group", "note": ""}, "There is no such group here."),
        (
            {"provenance": "group", "group": "OURS", "quantity": "2001", "note": ""},
            "One report is of 1 to 2000 letters.",
        ),
        (
            {"provenance": "group", "group": "OURS"},
            "A note of at most 200 characters is for letters that the section has counted.",
        ),
        ({"target": "nobody"}, "Select a valid choice. nobody is not one of the available choices."),
        ({"provenance": "opened"}, "Select a valid choice. opened is not one of the available choices."),
    ],
)
def test_what_does_not_fit_comes_back_with_what_was_typed(
    coordinator: Client, changes: dict[str, str], said: str
) -> None:
    page, ours = factories.published(), group()
    before = stored()
    sent = {name: str(ours.pk) if value == "OURS" else value for name, value in changes.items()}
    response = coordinator.post(address(page), typed(page, **sent))
    assert errors(response) == [said]
    form = soup(response)
    assert form.select_one("#id_quantity")["value"] == sent.get("quantity", "140")
    assert form.select_one("#id_note").get("value", "") == sent.get("note", "Sheets at a stand")
    assert form.select_one("#id_key")["value"] == "a1b2"
    assert stored() == before


def test_the_form_offers_the_open_groups_of_the_section(coordinator: Client) -> None:
    page = factories.published()
    group("Open")
    group("Closed", is_open=False)
    group("Elsewhere", site=factories.section())
    offered = soup(coordinator.get(address(page))).select("#id_group option")
    assert [each.get_text() for each in offered] == ["No group", "Open"]


def test_the_form_begins_with_the_country_of_the_section(coordinator: Client) -> None:
    factories.section_settings(country="FR")
    chosen = soup(coordinator.get(address(factories.published()))).select_one("#id_country option[selected]")
    assert chosen["value"] == "FR"


@pytest.mark.parametrize(
    ("situation", "said"),
    [
        (factories.draft, "There is no such urgent action."),
        (factories.stopped_case, "Reports on this urgent action are not taken any more."),
    ],
)
def test_what_takes_no_reports_leads_back_with_a_word(coordinator: Client, situation: Any, said: str) -> None:
    page = situation()
    response = coordinator.post(address(page), typed(page), follow=True)
    assert messages(response) == said
    assert stored() == ([], [])


def test_an_expired_one_takes_reports_during_the_days_of_grace(coordinator: Client) -> None:
    page = factories.expired_action()
    coordinator.post(address(page), typed(page))
    assert Report.objects.count() == 1


@pytest.mark.parametrize("role", ["Editors", "Moderators"])
def test_letters_are_entered_by_coordinators(role: str) -> None:
    page = factories.published()
    assert member(role).post(address(page), typed(page)).status_code == 302
    assert stored() == ([], [])


def test_strangers_enter_nothing() -> None:
    page = factories.published()
    for client in (outsider(), Client(), coordinator_of(factories.section())):
        client.post(address(page), typed(page))
    assert stored() == ([], [])
