"""Stopping a case at the editor's desk: three clicks, and nothing lost where it is refused."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from tests import factories
from tests.admin.desk import form_data, member, messages, outsider, soup
from tests.lifecycle.witness import nothing_changes, public_answer
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db

SAID = {
    "reason": "Sample Person is free.",
    "outcome_0": "released",
    "on_0": "2026-06-14",
    "source_0": "her lawyer",
}


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def address(page: UrgentActionPage, name: str = "stop") -> str:
    return f"/admin/urgent-actions/{page.pk}/decide/{name}/"


def offered(client: Client, page: UrgentActionPage) -> list[str]:
    """Return the names of the decisions that the header of the editor leads to."""
    links = soup(client.get(f"/admin/pages/{page.pk}/edit/")).select("a[href*='/decide/']")
    return list(dict.fromkeys(link["href"].rstrip("/").rpartition("/")[2] for link in links))


def errors(response: HttpResponse) -> list[str]:
    return [each.get_text(" ", strip=True) for each in soup(response).select(".error-message, .messages .error")]


def test_a_moderator_stops_with_a_form() -> None:
    page = factories.published()
    member("Moderators").post(address(page), SAID)
    answer = public_answer(page)[1]
    assert (answer["status"], answer["stopped"]["reason"], answer["persons"][0]["outcome_source"]) == (
        "stopped",
        "Sample Person is free.",
        "her lawyer",
    )


def test_the_editor_is_told_that_it_is_stopped() -> None:
    page = factories.published()
    response = member("Moderators").post(address(page), SAID, follow=True)
    assert messages(response).strip() == "Stopped in all languages. Nobody is asked to write any more."


@pytest.mark.parametrize(
    ("situation", "decisions"),
    [
        (factories.published, ["stop", "extend", "update"]),
        (factories.expired_action, ["stop", "extend", "update"]),
        (factories.superseded_action, ["stop"]),
        (factories.stopped_case, ["resume", "update"]),
        (factories.draft, []),
    ],
    ids=["open", "expired", "superseded", "stopped", "draft"],
)
def test_the_editor_offers_what_can_be_decided(situation: Any, decisions: list[str]) -> None:
    assert offered(member("Moderators"), situation()) == decisions


def test_somebody_who_may_not_publish_is_offered_an_update_alone() -> None:
    assert offered(member("Editors"), factories.published()) == ["update"]


@pytest.mark.parametrize("who", [lambda: member("Editors"), outsider], ids=["editor", "outsider"])
def test_somebody_who_may_not_publish_cannot_stop(who: Any) -> None:
    page = factories.published()
    with nothing_changes(page):
        response = who().post(address(page), SAID)
    assert response.status_code in (302, 403)


def test_the_form_says_what_is_about_to_happen() -> None:
    page = factories.published()
    with nothing_changes(page):
        plan = soup(member("Moderators").get(address(page))).select_one(".ua-plan")
    assert page.full_url in plan.get_text()
    assert "Letters, mail links and files to print are handed out no more" in plan.get_text()


def test_a_form_without_an_outcome_comes_back_with_what_was_typed() -> None:
    page = factories.published()
    with nothing_changes(page):
        response = member("Moderators").post(address(page), {**SAID, "outcome_0": ""})
    assert soup(response).select_one("#id_reason").get_text(strip=True) == "Sample Person is free."
    assert errors(response) == ["This field is required."]


def test_a_reason_that_must_not_be_published_comes_back_with_why() -> None:
    page = factories.published()
    with nothing_changes(page):
        response = member("Moderators").post(address(page), {**SAID, "reason": "Released, says [NAME]."})
    assert "“[NAME]” is still to be filled in: replace or remove it." in response.content.decode()


def test_a_stop_of_what_is_stopped_leads_back_with_a_word() -> None:
    page = factories.stopped_case()
    with nothing_changes(page):
        response = member("Moderators").post(address(page), SAID, follow=True)
    assert messages(response).strip() == "This case is stopped already, in all its languages."


def test_a_stop_is_taken_back_with_a_form() -> None:
    page = factories.stopped_case()
    member("Moderators").post(address(page, "resume"), {"reason": "She was arrested again."})
    assert public_answer(page)[1]["status"] == "open"


def test_a_deadline_is_extended_with_a_form() -> None:
    page = factories.expired_action()
    member("Moderators").post(address(page, "extend"), {"reason": "The trial was put off.", "deadline": "2026-07-31"})
    answer = public_answer(page)[1]
    assert (answer["status"], answer["deadline"]) == ("open", "2026-07-31")


def test_a_deadline_that_is_refused_is_told_beside_its_field() -> None:
    page = factories.published()
    with nothing_changes(page):
        said = {"reason": "The trial was put off.", "deadline": "2027-07-31"}
        response = member("Moderators").post(address(page, "extend"), said)
    assert errors(response) == [
        "At most until 2026-09-13: this section extends a deadline to at most 90 days from today."
    ]


def test_an_update_leads_to_its_draft_with_the_earlier_words() -> None:
    page = factories.published(ua_number="44/26")
    response = member("Editors").post(address(page, "update"), follow=True)
    draft = UrgentActionPage.objects.get(ordinal=2)
    assert response.redirect_chain[-1][0] == f"/admin/pages/{draft.pk}/edit/"
    earlier = [panel.get_text(" ", strip=True) for panel in soup(response).select(".ua-earlier")]
    assert ["Sample Person was threatened." in earlier[0], "protect Sample Person." in earlier[1]] == [True, True]


def test_there_is_no_other_decision() -> None:
    page = factories.published()
    assert member("Moderators").get(address(page, "reopen"), follow=True).status_code == 404


def test_the_history_of_the_page_says_why_it_was_stopped() -> None:
    page, client = factories.published(), member("Moderators")
    client.post(address(page), SAID)
    assert (
        "Urgent action stopped: Sample Person is free."
        in client.get(f"/admin/pages/{page.pk}/history/").content.decode()
    )


def test_a_stop_cannot_be_taken_out_of_the_form() -> None:
    page = factories.stopped_case()
    with nothing_changes(page):
        response = member("Moderators").post(
            f"/admin/pages/{page.pk}/edit/", form_data(stopped_at="", **{"action-publish": "publish"}), follow=True
        )
    assert "To take back a stop is a decision of its own: choose it beside the title." in messages(response)
