"""What coordinators decide about a report: once, and the totals follow."""

from collections.abc import Callable

import pytest

from tests import factories
from tests.reporting.telling import stored, tell
from urgent_actions.models import Report, ReportTotal
from urgent_actions.reporting.held import count, refuse

pytestmark = pytest.mark.django_db


def held_report() -> Report:
    """Return a report of two letters that was held."""
    factories.section_settings(flood_limit=1)
    return Report.objects.get(pk=tell(factories.published(), quantity=2).id)


def counted_letters() -> int:
    return sum(ReportTotal.objects.values_list("quantity", flat=True))


def test_a_held_report_is_counted_when_somebody_says_so() -> None:
    report = held_report()
    before = counted_letters()
    assert count(report)
    assert (before, report.state, counted_letters()) == (0, "counted", 2)


def test_a_held_report_that_is_refused_is_not_counted() -> None:
    report = held_report()
    refuse(report)
    assert (report.state, counted_letters()) == ("refused", 0)


def test_a_counted_report_that_is_refused_is_counted_no_more() -> None:
    page = factories.published()
    tell(page, quantity=3)
    report = Report.objects.get(pk=tell(page, quantity=2).id)
    refuse(report)
    assert list(ReportTotal.objects.values_list("reports", "quantity")) == [(1, 3)]


@pytest.mark.parametrize("decide", [count, refuse])
def test_deciding_the_same_again_changes_nothing(decide: Callable[[Report], bool]) -> None:
    report = held_report()
    decide(report)
    before = stored()
    assert not decide(report)
    assert stored() == before


def test_a_decision_looks_at_what_is_stored_and_not_at_what_is_at_hand() -> None:
    report = held_report()
    at_hand = Report.objects.get(pk=report.pk)
    count(report)
    count(at_hand)
    assert counted_letters() == 2


def test_a_refused_report_can_be_counted_after_all() -> None:
    report = held_report()
    refuse(report)
    count(report)
    assert counted_letters() == 2
