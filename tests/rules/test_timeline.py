"""What the timeline says of a moment is what the status rule says of it."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.rules.status import Section, status
from urgent_actions.rules.timeline import Course, status_on, stretches

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))
SECTIONS = st.builds(
    Section,
    time_zone=st.sampled_from(
        [ZoneInfo(name) for name in ("UTC", "Pacific/Kiritimati", "America/Havana", "Asia/Beirut", "America/St_Johns")]
    ),
    expiring_days=st.integers(0, 20),
)
START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)


def course(section: Section, deadline: date | None, stopped_at: datetime | None, ordinal: int = 1) -> Course:
    first, after = section.last_days(deadline) if deadline else (None, None)
    return Course(ordinal=ordinal, expiring_from=first, expired_from=after, stopped_at=stopped_at, gone_at=None)


@given(SECTIONS, st.none() | st.dates(date(2025, 12, 1), date(2027, 1, 31)), st.none() | MOMENTS, MOMENTS)
def test_both_ways_give_the_same_status(
    section: Section, deadline: date | None, stopped_at: datetime | None, moment: datetime
) -> None:
    told = status_on(course(section, deadline, stopped_at), later=[], moment=moment)
    assert told == status(deadline=deadline, stopped_at=stopped_at, superseded=False, moment=moment, section=section)


@given(SECTIONS, st.none() | MOMENTS, MOMENTS)
def test_both_ways_say_the_same_of_an_older_one(
    section: Section, stopped_at: datetime | None, moment: datetime
) -> None:
    later = course(section, None, stopped_at, ordinal=2)
    told = status_on(course(section, date(2026, 6, 1), None), later=[later], moment=moment)
    assert told == status(
        deadline=date(2026, 6, 1),
        stopped_at=None,
        superseded=True,
        case_stopped=later.is_stopped(moment),
        moment=moment,
        section=section,
    )


def test_the_last_day_of_the_calendar_is_a_deadline_too() -> None:
    first, after = Section(time_zone=ZoneInfo("Pacific/Kiritimati"), expiring_days=7).last_days(date.max)
    assert (first.date(), after.date()) == (date(9999, 11, 24), date(9999, 12, 2))


@pytest.mark.parametrize(
    ("changes", "until", "edges"),
    [
        ([], None, [START, END]),
        ([3, 1, 3], None, [START, 1, 3, END]),
        ([-5, 0], None, [START, END]),
        ([1, 9], 2, [START, 1, 2]),
        ([1], -1, []),
    ],
    ids=["nothing changes", "twice at one moment", "before the beginning", "after the end", "it is over"],
)
def test_the_stretches_lie_end_to_end(changes: list[int], until: int | None, edges: list[datetime | int]) -> None:
    days = [each if isinstance(each, datetime) else START + timedelta(days=each) for each in edges]
    made = stretches(
        [START + timedelta(days=day) for day in changes],
        since=START,
        until=None if until is None else START + timedelta(days=until),
        end=END,
    )
    assert list(made) == list(pairwise(days))
