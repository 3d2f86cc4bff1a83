"""Many writers tell at the same moment: each is counted, once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection

from tests import factories
from tests.reporting.telling import told
from urgent_actions.models import Report, ReportTotal
from urgent_actions.reporting.held import count
from urgent_actions.reporting.rebuild import rebuild
from urgent_actions.reporting.record import record
from urgent_actions.reporting.throttle import Throttle

WRITERS = 64
Answer = TypeVar("Answer")

pytestmark = [
    pytest.mark.needs_postgresql,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def at_once(deeds: list[Callable[[], Answer]]) -> list[Answer]:
    """Do all of it at the same moment, each on a connection of its own."""
    barrier = Barrier(len(deeds))

    def done(deed: Callable[[], Answer]) -> Answer:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=30)
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=len(deeds)) as threads:
        return list(threads.map(done, deeds))


def numbers() -> list[tuple[int, int]]:
    return list(ReportTotal.objects.values_list("reports", "quantity"))


def test_of_many_writers_none_is_lost() -> None:
    page = factories.published()
    telling = [told(page, quantity=2) for _ in range(WRITERS)]
    at_once([lambda each=each: record(each, moment=factories.NOW) for each in telling])
    assert (Report.objects.count(), numbers()) == (WRITERS, [(WRITERS, 2 * WRITERS)])


def test_one_report_that_comes_many_times_at_once_is_counted_once_and_answered_the_same() -> None:
    page = factories.published()
    same = told(page, quantity=2)
    answers = at_once([lambda: record(same, moment=factories.NOW)] * WRITERS)
    assert (len(set(answers)), Report.objects.count(), numbers()) == (1, 1, [(1, 2)])


def test_reports_that_come_while_totals_are_rebuilt_are_counted_once() -> None:
    page = factories.published()
    telling = [told(page, channel=channel) for channel in ("email", "post") for _ in range(20)]
    deeds: list[Callable[[], object]] = [lambda each=each: record(each, moment=factories.NOW) for each in telling]
    deeds += [lambda: rebuild(page.translation_key)] * 8
    at_once(deeds)
    assert sorted(numbers()) == [(20, 20), (20, 20)]


def test_a_held_report_that_two_coordinators_count_at_once_is_counted_once() -> None:
    factories.section_settings(flood_limit=1)
    recorded = record(told(factories.published(), quantity=2), moment=factories.NOW)
    at_once([lambda: count(Report.objects.get(pk=recorded.id))] * 8)
    assert numbers() == [(1, 2)]


def test_the_throttle_lets_exactly_the_limit_through() -> None:
    throttle = Throttle("reports")
    answers = at_once([lambda: throttle.allowed("192.0.2.1", limit=10, moment=factories.NOW)] * WRITERS)
    assert sum(answers) == 10
