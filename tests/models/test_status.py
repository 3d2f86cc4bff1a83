"""The status in Python and in SQL: one table holds both to the same answers."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests import factories
from urgent_actions.models import UrgentActionPage
from urgent_actions.rules.status import Status

pytestmark = pytest.mark.django_db

case = pytest.param

TABLE = [
    # time zone of the section, deadline, moment (local to the named zone), status
    case("UTC", "2026-06-15", "2026-06-15T00:00:00+00:00", Status.EXPIRING, id="the deadline's own first second"),
    case("UTC", "2026-06-15", "2026-06-15T23:59:59+00:00", Status.EXPIRING, id="the deadline's last second"),
    case("UTC", "2026-06-15", "2026-06-16T00:00:00+00:00", Status.EXPIRED, id="midnight after the deadline"),
    case("UTC", "2026-06-22", "2026-06-15T00:00:00+00:00", Status.EXPIRING, id="seven days left"),
    case("UTC", "2026-06-23", "2026-06-15T23:59:59+00:00", Status.OPEN, id="eight days left"),
    case("America/New_York", "2026-06-15", "2026-06-16T03:59:59+00:00", Status.EXPIRING, id="New York, 23:59:59"),
    case("America/New_York", "2026-06-15", "2026-06-16T04:00:00+00:00", Status.EXPIRED, id="New York, midnight"),
    case("Asia/Tokyo", "2026-06-15", "2026-06-15T14:59:59+00:00", Status.EXPIRING, id="Tokyo, 23:59:59"),
    case("Asia/Tokyo", "2026-06-15", "2026-06-15T15:00:00+00:00", Status.EXPIRED, id="Tokyo, midnight"),
    case("Pacific/Kiritimati", "2026-06-15", "2026-06-15T10:00:00+00:00", Status.EXPIRED, id="first midnight on earth"),
    case("Pacific/Pago_Pago", "2026-06-15", "2026-06-16T10:59:59+00:00", Status.EXPIRING, id="last evening on earth"),
    # Europe/Berlin: clocks go forward on 2026-03-29 and back on 2026-10-25, both in the night.
    case("Europe/Berlin", "2026-03-28", "2026-03-28T22:59:59+00:00", Status.EXPIRING, id="evening before summer time"),
    case("Europe/Berlin", "2026-03-28", "2026-03-28T23:00:00+00:00", Status.EXPIRED, id="midnight before summer time"),
    case("Europe/Berlin", "2026-03-29", "2026-03-29T21:59:59+00:00", Status.EXPIRING, id="a day of 23 hours ends"),
    case("Europe/Berlin", "2026-03-29", "2026-03-29T22:00:00+00:00", Status.EXPIRED, id="midnight of summer time"),
    case("Europe/Berlin", "2026-10-25", "2026-10-25T22:59:59+00:00", Status.EXPIRING, id="a day of 25 hours ends"),
    case("Europe/Berlin", "2026-10-25", "2026-10-25T23:00:00+00:00", Status.EXPIRED, id="midnight of winter time"),
    # America/Santiago changes at midnight itself: 2026-09-06 has no 00:00.
    case("America/Santiago", "2026-09-05", "2026-09-06T03:59:59+00:00", Status.EXPIRING, id="before a lost midnight"),
    case("America/Santiago", "2026-09-05", "2026-09-06T04:00:00+00:00", Status.EXPIRED, id="at a lost midnight"),
]


def in_python_and_in_sql(page: UrgentActionPage, moment: datetime) -> tuple[str, str]:
    annotated = UrgentActionPage.objects.with_status(moment=moment).get(pk=page.pk)
    return page.status_at(moment).value, annotated.status


@pytest.mark.parametrize(("zone", "deadline", "moment", "expected"), TABLE)
def test_a_deadline_ends_at_midnight_of_the_section(zone: str, deadline: str, moment: str, expected: Status) -> None:
    factories.section_settings(time_zone=zone)
    page = factories.published(deadline=date.fromisoformat(deadline))
    assert in_python_and_in_sql(page, datetime.fromisoformat(moment)) == (expected, expected)


def test_a_stop_weighs_more_than_everything_else() -> None:
    page = factories.superseded_action(stopped_at=factories.NOW, deadline=date(2026, 1, 1))
    assert in_python_and_in_sql(page, factories.NOW) == (Status.STOPPED, Status.STOPPED)


def test_a_stop_begins_at_its_second() -> None:
    page = factories.stopped_case(stopped_at=datetime(2026, 6, 15, 9, 0, tzinfo=ZoneInfo("UTC")))
    before = datetime(2026, 6, 15, 8, 59, 59, tzinfo=ZoneInfo("UTC"))
    assert in_python_and_in_sql(page, before) == (Status.OPEN, Status.OPEN)
    assert in_python_and_in_sql(page, factories.NOW) == (Status.STOPPED, Status.STOPPED)


def test_a_newer_one_weighs_more_than_the_deadline() -> None:
    page = factories.superseded_action(deadline=date(2026, 1, 1))
    assert in_python_and_in_sql(page, factories.NOW) == (Status.SUPERSEDED, Status.SUPERSEDED)


def test_a_newer_draft_supersedes_nothing() -> None:
    page = factories.published(ua_number="902/26")
    factories.draft(ua_number="902/26", ordinal=2)
    assert in_python_and_in_sql(page, factories.NOW) == (Status.OPEN, Status.OPEN)


def test_a_newer_one_behind_a_view_restriction_supersedes_nothing() -> None:
    page = factories.published(ua_number="903/26")
    newer = factories.published(ua_number="903/26", ordinal=2)
    newer.view_restrictions.create(restriction_type="login")
    assert in_python_and_in_sql(page, factories.NOW) == (Status.OPEN, Status.OPEN)


def test_a_newer_one_past_its_expiry_supersedes_nothing() -> None:
    page = factories.published(ua_number="904/26")
    newer = factories.published(ua_number="904/26", ordinal=2)
    UrgentActionPage.objects.filter(pk=newer.pk).update(expire_at=factories.NOW)
    assert in_python_and_in_sql(page, factories.NOW) == (Status.OPEN, Status.OPEN)


def test_a_newer_one_in_another_language_supersedes_nothing() -> None:
    page = factories.published(ua_number="905/26")
    french = factories.index_page(language="fr")
    minister = factories.official(salutations={"fr": "Madame la Ministre,"})
    targets = [("target", {"official": minister, "priority": 1})]
    factories.published(ua_number="905/26", ordinal=2, parent=french, targets=targets)
    assert in_python_and_in_sql(page, factories.NOW) == (Status.OPEN, Status.OPEN)


def test_a_newer_one_in_another_section_supersedes_nothing() -> None:
    page = factories.published(ua_number="906/26")
    other = factories.section()
    index = factories.UrgentActionIndexPage(title="Elsewhere", slug="elsewhere", locale=page.locale)
    other.root_page.add_child(instance=index)
    factories.published(ua_number="906/26", ordinal=2, parent=index)
    assert in_python_and_in_sql(page, factories.NOW) == (Status.OPEN, Status.OPEN)


def test_a_newer_one_under_another_index_page_of_the_section_supersedes() -> None:
    page = factories.published(ua_number="907/26")
    factories.published(ua_number="907/26", ordinal=2, parent=factories.index_page(slug="urgent-actions-2027"))
    assert in_python_and_in_sql(page, factories.NOW) == (Status.SUPERSEDED, Status.SUPERSEDED)


def test_without_a_deadline_nobody_writes() -> None:
    page = factories.draft(deadline=None)
    assert in_python_and_in_sql(page, factories.NOW) == (Status.EXPIRED, Status.EXPIRED)


def test_each_section_has_its_own_midnight_in_one_query() -> None:
    here = factories.published(deadline=date(2026, 6, 15))
    tokyo = factories.section(hostname="tokyo.example.org", time_zone="Asia/Tokyo")
    index = factories.UrgentActionIndexPage(title="Tokyo", slug="tokyo", locale=here.locale)
    tokyo.root_page.add_child(instance=index)
    there = factories.published(deadline=date(2026, 6, 15), parent=index)
    moment = datetime(2026, 6, 15, 16, 0, tzinfo=ZoneInfo("UTC"))
    found = dict(UrgentActionPage.objects.with_status(moment=moment).values_list("pk", "status"))
    assert found == {here.pk: Status.EXPIRING, there.pk: Status.EXPIRED}


def test_a_stop_of_the_newest_stops_the_whole_case() -> None:
    first = factories.published(ua_number="908/26")
    factories.stopped_case(ua_number="908/26", ordinal=2)
    assert in_python_and_in_sql(first, factories.NOW) == (Status.STOPPED, Status.STOPPED)


def test_a_stop_of_an_older_one_leaves_the_newer_open() -> None:
    factories.stopped_case(ua_number="909/26")
    second = factories.published(ua_number="909/26", ordinal=2)
    assert in_python_and_in_sql(second, factories.NOW) == (Status.OPEN, Status.OPEN)
