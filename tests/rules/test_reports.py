"""Reports: until when they are taken, and how much of them at once."""

from datetime import UTC, datetime, timedelta

import pytest

from urgent_actions.rules.reports import MOST_AT_ONCE, Provenance, is_fit, takes_reports
from urgent_actions.rules.status import Status

NOW = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
GRACE = timedelta(days=14)

TABLE = [
    (Status.OPEN, None, True),
    (Status.EXPIRING, None, True),
    (Status.EXPIRED, NOW, True),
    (Status.EXPIRED, NOW - GRACE + SECOND, True),
    (Status.EXPIRED, NOW - GRACE, False),
    (Status.EXPIRED, None, False),
    (Status.SUPERSEDED, NOW, True),
    (Status.SUPERSEDED, NOW - GRACE + SECOND, True),
    (Status.SUPERSEDED, NOW - GRACE, False),
    (Status.SUPERSEDED, None, False),
    (Status.STOPPED, None, False),
    (Status.STOPPED, NOW, False),
]


@pytest.mark.parametrize(("status", "since", "taken"), TABLE)
def test_reports_are_taken_while_letters_are_asked_for_and_for_the_days_of_grace(
    status: Status, since: datetime | None, taken: bool
) -> None:
    assert takes_reports(status, since=since, moment=NOW, grace_days=14) is taken


def test_without_days_of_grace_the_last_letter_is_the_end() -> None:
    assert takes_reports(Status.EXPIRED, since=NOW, moment=NOW, grace_days=0) is False


@pytest.mark.parametrize(
    ("provenance", "most"),
    [
        (Provenance.SELF_REPORTED, 50),
        (Provenance.GROUP, 2000),
        (Provenance.OFFLINE, 100_000),
        (Provenance.OPENED, 1),
    ],
)
def test_one_report_is_of_at_least_one_letter_and_not_of_too_many(provenance: Provenance, most: int) -> None:
    fit = [is_fit(quantity, provenance=provenance) for quantity in (-1, 0, 1, most, most + 1)]
    assert fit == [False, False, True, True, False]


def test_every_provenance_has_a_limit() -> None:
    assert set(MOST_AT_ONCE) == set(Provenance)
