"""A report is stored and counted once, or refused and nothing is."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from wagtail.models import Site

from tests import factories
from tests.reporting.telling import group, stored, target_of, tell, told
from urgent_actions.models import Report, ReportTotal, UrgentActionIndexPage, UrgentActionPage
from urgent_actions.reporting.record import Recorded, record
from urgent_actions.reporting.refusal import (
    NotTakenAnyMore,
    NotThere,
    ReportRefused,
    UnfitKey,
    UnfitNote,
    UnfitQuantity,
    UnknownChannel,
    UnknownCountry,
    UnknownGroup,
    UnknownTarget,
)
from urgent_actions.rules.reports import Provenance

pytestmark = pytest.mark.django_db


def test_a_report_is_stored_as_it_was_told() -> None:
    page = factories.published()
    tell(page, quantity=3, channel="post", country="FR", key="one")
    report = Report.objects.get()
    assert {**report.dimensions(), "quantity": report.quantity, "state": report.state, "page": report.page_id} == {
        "translation_key": page.translation_key,
        "site_id": Site.objects.get(is_default_site=True).pk,
        "provenance": "self_reported",
        "target_id": target_of(page),
        "channel": "post",
        "country": "FR",
        "language": "en",
        "day": date(2026, 6, 15),
        "quantity": 3,
        "state": "counted",
        "page": page.pk,
    }


def test_a_report_has_no_field_for_who_told_it_nor_for_the_time_of_day() -> None:
    assert {field.name for field in Report._meta.get_fields()} == {
        *("id", "translation_key", "site", "provenance", "target_id", "channel", "country", "language", "day"),
        *("page_id", "quantity", "group", "key", "note", "state"),
    }


def test_the_key_is_kept_as_a_hash() -> None:
    tell(factories.published(), key="a telling key")
    key = Report.objects.get().key
    assert (len(key), "telling" in key) == (64, False)


def test_the_day_is_that_of_the_section() -> None:
    factories.section_settings(time_zone="Pacific/Kiritimati")
    assert tell(factories.published()).day == date(2026, 6, 16)


def test_equal_reports_come_into_one_total() -> None:
    page = factories.published()
    for quantity in (1, 2, 4):
        tell(page, quantity=quantity)
    assert list(ReportTotal.objects.values_list("reports", "quantity")) == [(3, 7)]


@pytest.mark.parametrize(
    "other", [{"channel": "post"}, {"country": "FR"}, {"moment": factories.NOW + timedelta(days=1)}]
)
def test_reports_that_differ_come_into_totals_of_their_own(other: dict[str, Any]) -> None:
    page = factories.published()
    tell(page)
    tell(page, **other)
    assert list(ReportTotal.objects.values_list("reports", "quantity")) == [(1, 1), (1, 1)]


# --- once


def test_the_same_report_again_is_answered_the_same_and_changes_nothing() -> None:
    page = factories.published()
    first = tell(page, key="one", quantity=2)
    before = stored()
    assert (tell(page, key="one", quantity=2), stored()) == (first, before)


def test_another_report_with_a_key_that_was_there_changes_nothing() -> None:
    page = factories.published()
    first = tell(page, key="one", quantity=2)
    before = stored()
    assert (tell(page, key="one", quantity=50, channel="post"), stored()) == (first, before)


def test_a_report_that_comes_again_when_none_are_taken_any_more_is_answered_as_then() -> None:
    page = factories.published(deadline=date(2026, 6, 15))
    first = tell(page, key="one")
    assert tell(page, key="one", moment=factories.NOW + timedelta(days=30)) == first


def test_one_key_can_be_used_for_two_urgent_actions() -> None:
    assert tell(factories.published(), key="one") != tell(factories.published(), key="one")


# --- when


OPEN, EXPIRED, SUPERSEDED, STOPPED = "open", "expired", "superseded", "stopped"
MADE: dict[str, Callable[[], UrgentActionPage]] = {
    OPEN: factories.published,
    EXPIRED: factories.expired_action,
    SUPERSEDED: factories.superseded_action,
    STOPPED: factories.stopped_case,
}
DAY = timedelta(days=1)
# The deadline has passed at midnight, half a day before NOW; the newer one was published at NOW.
TAKEN = [
    (OPEN, 0 * DAY, True),
    (EXPIRED, 0 * DAY, True),
    (EXPIRED, 13 * DAY, True),
    (EXPIRED, 14 * DAY, False),
    (SUPERSEDED, 0 * DAY, True),
    (SUPERSEDED, 13.9 * DAY, True),
    (SUPERSEDED, 14 * DAY, False),
    (STOPPED, 0 * DAY, False),
]


@pytest.mark.parametrize(("status", "later", "taken"), TAKEN)
def test_reports_are_taken_in_the_statuses_that_take_them(status: str, later: timedelta, taken: bool) -> None:
    page = MADE[status]()
    target = target_of(page)
    if taken:
        tell(page, target=target, moment=factories.NOW + later)
        assert ReportTotal.objects.get().quantity == 1
        return
    with pytest.raises(NotTakenAnyMore) as refused:
        tell(page, target=target, moment=factories.NOW + later)
    assert (refused.value.reason, stored()) == (status, ([], []))


def test_the_section_says_how_many_days_of_grace_there_are() -> None:
    factories.section_settings(grace_days=0)
    with pytest.raises(NotTakenAnyMore):
        tell(factories.expired_action())


def test_a_newer_urgent_action_does_not_begin_the_days_of_grace_anew() -> None:
    old = factories.published(ua_number="77/26", deadline=date(2026, 5, 1))
    factories.published(ua_number="77/26", ordinal=2, parent=UrgentActionIndexPage.objects.get())
    with pytest.raises(NotTakenAnyMore) as refused:
        tell(old)
    assert refused.value.reason == "superseded"


def test_nothing_is_taken_when_the_page_is_taken_down() -> None:
    page = factories.published()
    page.unpublish()
    with pytest.raises(NotThere):
        tell(page)
    assert stored() == ([], [])


# --- what


def _another_site() -> dict[str, Any]:
    return {"site": factories.section().pk}


def _closed_group() -> dict[str, Any]:
    return {"provenance": Provenance.GROUP, "group": group(is_open=False).pk}


def _group_of_another_section() -> dict[str, Any]:
    return {"provenance": Provenance.GROUP, "group": group(site=factories.section()).pk}


def _group_of_one_writer() -> dict[str, Any]:
    return {"group": group().pk}


REFUSED: list[tuple[Callable[[], dict[str, Any]], type[ReportRefused], str]] = [
    (lambda: {"page_id": 0}, NotThere, "There is no such urgent action."),
    (_another_site, NotThere, "There is no such urgent action."),
    (lambda: {"target": "nobody"}, UnknownTarget, "There is no such target here."),
    (lambda: {"target": ""}, UnknownTarget, "There is no such target here."),
    (lambda: {"channel": "pigeon"}, UnknownChannel, "There is no such channel."),
    (
        lambda: {"country": "XX"},
        UnknownCountry,
        "There is no such country: two letters by ISO 3166-1, like CN, are allowed.",
    ),
    (lambda: {"quantity": 0}, UnfitQuantity, "One report is of 1 to 50 letters."),
    (lambda: {"quantity": 51}, UnfitQuantity, "One report is of 1 to 50 letters."),
    (lambda: {"provenance": Provenance.GROUP}, UnknownGroup, "There is no such group here."),
    (_closed_group, UnknownGroup, "There is no such group here."),
    (_group_of_another_section, UnknownGroup, "There is no such group here."),
    (_group_of_one_writer, UnknownGroup, "There is no such group here."),
    (
        lambda: {"note": "I am Sample Writer"},
        UnfitNote,
        "A note of at most 200 characters is for letters that the section has counted.",
    ),
    (
        lambda: {"key": ""},
        UnfitKey,
        "A report needs a key of 1 to 200 characters, which it keeps when it is sent again.",
    ),
]


@pytest.mark.parametrize(("wrong", "error", "sentence"), REFUSED)
def test_a_report_that_is_wrong_is_refused_with_a_sentence_and_nothing_is_stored(
    wrong: Callable[[], dict[str, Any]], error: type[ReportRefused], sentence: str
) -> None:
    page = factories.published()
    with pytest.raises(error) as refused:
        tell(page, **wrong())
    assert (str(refused.value), stored()) == (sentence, ([], []))


def test_a_group_reports_for_many_writers() -> None:
    chosen = group()
    tell(factories.published(), provenance=Provenance.GROUP, group=chosen.pk, quantity=2000)
    assert list(Report.objects.values_list("group", "quantity", "provenance")) == [(chosen.pk, 2000, "group")]


def test_the_section_notes_where_it_has_counted() -> None:
    tell(factories.published(), provenance=Provenance.OFFLINE, quantity=900, note="Stand at the market")
    assert Report.objects.get().note == "Stand at the market"


def test_a_group_that_is_removed_leaves_its_reports() -> None:
    chosen = group()
    tell(factories.published(), provenance=Provenance.GROUP, group=chosen.pk)
    chosen.delete()
    assert Report.objects.get().group is None


# --- how much


def test_what_is_beyond_the_limit_of_a_day_is_held_and_not_counted() -> None:
    factories.section_settings(flood_limit=60)
    page = factories.published()
    states = [tell(page, quantity=quantity).state for quantity in (50, 11, 10, 1)]
    assert states == ["counted", "held", "counted", "held"]
    assert list(ReportTotal.objects.values_list("reports", "quantity")) == [(2, 60)]


def test_the_next_day_the_limit_begins_anew() -> None:
    factories.section_settings(flood_limit=50)
    page = factories.published()
    moments: list[datetime] = [factories.NOW, factories.NOW, factories.NOW + DAY]
    assert [tell(page, quantity=50, moment=moment).state for moment in moments] == ["counted", "held", "counted"]


def test_groups_are_not_held() -> None:
    factories.section_settings(flood_limit=1)
    recorded = tell(factories.published(), provenance=Provenance.GROUP, group=group().pk, quantity=500)
    assert recorded == Recorded(id=recorded.id, day=date(2026, 6, 15), state=Report.State.COUNTED)


def test_a_report_takes_few_queries(django_assert_num_queries: Any) -> None:
    page = factories.published()
    tell(page)
    telling = told(page)
    # What is in force, and the report with its total; elsewhere than on PostgreSQL they are stored one after the other.
    with django_assert_num_queries(2 if connection.vendor == "postgresql" else 6):
        record(telling, moment=factories.NOW)


def test_a_superseded_one_names_the_one_to_write_from_instead() -> None:
    page = factories.superseded_action()
    with pytest.raises(NotTakenAnyMore) as caught:
        tell(page, moment=factories.NOW + timedelta(days=15))
    assert (caught.value.reason, caught.value.latest and caught.value.latest["ordinal"]) == ("superseded", 2)
