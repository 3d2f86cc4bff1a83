"""The safety gate as a pure function. Its agreement with SQL: tests/models/test_status.py."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from urgent_actions.rules.status import ALLOWANCES, Contacts, Section, Status

UTC = Section(time_zone=ZoneInfo("UTC"), expiring_days=7)


@pytest.mark.parametrize("status", Status)
def test_every_status_says_what_is_allowed(status: Status) -> None:
    assert status in ALLOWANCES


@pytest.mark.parametrize("status", [Status.EXPIRED, Status.SUPERSEDED, Status.STOPPED])
def test_a_closed_urgent_action_hands_out_no_letters(status: Status) -> None:
    assert ALLOWANCES[status].letters is False


def test_a_stopped_urgent_action_shows_neither_appeal_nor_contacts() -> None:
    assert (ALLOWANCES[Status.STOPPED].appeal_text, ALLOWANCES[Status.STOPPED].contacts) == (False, Contacts.WITHHELD)


def test_a_moment_without_a_time_zone_is_an_error() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UTC.today(datetime.fromisoformat("2026-06-15T12:00:00"))
