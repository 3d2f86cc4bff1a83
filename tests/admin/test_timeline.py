"""The timeline of a case in the admin: everything that was decided, by whom and why, and a picture of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup

from tests import factories
from tests.admin.desk import member, soup
from tests.lifecycle.test_stop_decision import FREE, in_spanish
from tests.reporting.telling import tell
from urgent_actions.admin.timeline.picture import Scale, Stretch, letters_lane, open_lane, stretches
from urgent_actions.lifecycle.extend import ExtendDeadline
from urgent_actions.lifecycle.stop import ResumeUrgentAction, StopUrgentAction
from urgent_actions.models import UrgentActionPage
from urgent_actions.models.sections import default_section

pytestmark = pytest.mark.django_db

SECTION, LATER = default_section(), factories.NOW + timedelta(days=200)


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def shown(page: UrgentActionPage, **member_: Any) -> BeautifulSoup:
    return soup(member(**{"role": "Moderators", **member_}).get(f"/admin/urgent-actions/{page.pk}/timeline/"))


def told(page: UrgentActionPage) -> list[str]:
    return [each.get_text(" ", strip=True) for each in shown(page).select(".ua-history li")]


def first(**fields: Any) -> UrgentActionPage:
    values = {"ua_number": "44/26", "issued_on": date(2026, 6, 1), "deadline": date(2026, 6, 30), **fields}
    return factories.published(**values)


def test_decisions_are_told_with_their_reasons() -> None:
    page = first()
    ExtendDeadline(page, reason="The trial was put off.", deadline=date(2026, 7, 31)).execute()
    assert told(page)[1] == (
        "Deadline extended June 15, 2026 First Urgent Action 44/26 → July 31, 2026 The trial was put off."
    )


def test_a_stop_that_was_taken_back_is_told_too() -> None:
    page = first()
    StopUrgentAction(page, reason="Sample Person is free.", outcomes=FREE).execute()
    ResumeUrgentAction(factories.fresh(page), reason="She was arrested again.").execute()
    assert [line.partition(" June")[0] for line in told(page)] == ["Issued", "Outcome", "Stop taken back", "Stopped"]


def test_an_unpublished_one_still_stands_in_the_history() -> None:
    page = first()
    page.unpublish()
    assert [line.partition(" June")[0] for line in told(page)] == ["Issued"]


def test_the_picture_has_a_lane_for_each_language_and_for_each_way_to_know_of_letters() -> None:
    page = first()
    in_spanish(page)
    tell(page, quantity=3)
    lanes = [row.th.get_text(strip=True) for row in shown(page).select(".ua-lanes tr")]
    assert lanes == ["What happened", "Open in English", "Open in Spanish", "Reported by writers"]


def test_a_draft_that_was_never_published_has_no_timeline() -> None:
    page = factories.draft()
    assert "Nothing of this case was ever published." in shown(page).get_text()


def test_the_menu_of_a_published_page_leads_to_it() -> None:
    page = first()
    links = soup(member("Moderators").get(f"/admin/pages/{page.pk}/edit/")).select(f"a[href$='/{page.pk}/timeline/']")
    assert links


def test_who_may_not_edit_the_page_does_not_see_it() -> None:
    page = first()
    client = member("Translators")
    client.logout()
    assert client.get(f"/admin/urgent-actions/{page.pk}/timeline/").status_code == 302


def test_a_long_history_costs_no_more_than_a_short_one(django_assert_max_num_queries: Any) -> None:
    pages = [first(ordinal=place) for place in range(1, 6)]
    client = member("Moderators")
    address = f"/admin/urgent-actions/{pages[-1].pk}/timeline/"
    client.get(address)
    with django_assert_max_num_queries(40):
        client.get(address)


# --- the picture


def test_a_scale_puts_days_on_a_line_of_a_hundred() -> None:
    shape = Scale([date(2026, 6, 1), date(2026, 6, 20)]).shape(date(2026, 6, 11), date(2026, 6, 20), kind="open")
    assert (shape.x, shape.width, shape.y, shape.height) == ("50.00", "50.00", "0.00", "20.00")


def test_a_single_day_is_no_wall() -> None:
    day = date(2026, 6, 1)
    assert Scale([day]).shape(day, day, kind="stopped").width == "7.14"


def test_the_words_of_a_lane_say_what_it_shows() -> None:
    days = [date(2026, 6, 1), date(2026, 6, 20)]
    scale = Scale(days)
    lane = open_lane("Open", [Stretch(first=days[0], last=days[1])], scale)
    assert (lane.words, letters_lane("Letters", {days[0]: 1200, days[1]: 34}, scale).words) == (
        "06/01/2026 – 06/20/2026",
        "1,234",
    )


@pytest.mark.parametrize(
    ("fields", "last"),
    [
        ({}, date(2026, 6, 30)),
        ({"stopped_at": factories.NOW + timedelta(days=3)}, date(2026, 6, 18)),
        ({"deadline": date(2026, 6, 15)}, date(2026, 6, 15)),
    ],
    ids=["until the deadline", "until the stop", "of one day"],
)
def test_people_could_write_until_what_came_first(fields: dict[str, Any], last: date) -> None:
    assert stretches([first(**fields)], SECTION, moment=LATER) == [Stretch(first=date(2026, 6, 1), last=last)]


def test_people_could_write_until_the_next_of_the_case_came() -> None:
    page = first()
    with time_machine.travel(factories.NOW + timedelta(days=5), tick=False):
        second = first(ordinal=2, deadline=date(2026, 8, 1))
    assert [each.last for each in stretches([page, second], SECTION, moment=LATER)] == [
        date(2026, 6, 20),
        date(2026, 8, 1),
    ]
