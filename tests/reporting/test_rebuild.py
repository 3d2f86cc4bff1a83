"""Totals that are built anew are the running ones, whatever was told."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests import factories
from tests.reporting.telling import group, tell
from urgent_actions.models import Report, ReportTotal, UrgentActionPage
from urgent_actions.models.reports import DIMENSIONS
from urgent_actions.reporting.held import count, refuse
from urgent_actions.reporting.rebuild import rebuild, urgent_actions_with_reports
from urgent_actions.rules.reports import Provenance


def totals() -> dict[Any, Any]:
    """Return dimensions -> numbers, of totals that are not empty."""
    rows = ReportTotal.objects.filter(reports__gt=0).values_list(*DIMENSIONS, "reports", "quantity")
    return {row[: len(DIMENSIONS)]: row[len(DIMENSIONS) :] for row in rows}


def rebuilt(**options: Any) -> str:
    """Run the command; return what it says last."""
    out = StringIO()
    call_command("rebuild_totals", stdout=out, **options)
    return out.getvalue().splitlines()[-1]


@pytest.fixture
def page(db: None) -> UrgentActionPage:
    """An urgent action with three reports in two totals."""
    page = factories.published()
    for channel, quantity in (("email", 1), ("email", 2), ("post", 4)):
        tell(page, channel=channel, quantity=quantity)
    return page


@pytest.mark.usefixtures("page")
def test_nothing_changes_where_all_is_right() -> None:
    before = totals()
    assert rebuilt() == "1 urgent actions done: 0 totals were not what they should be, and are now."
    assert totals() == before


@pytest.mark.usefixtures("page")
def test_totals_that_are_wrong_are_right_afterwards_and_stay_so() -> None:
    before = totals()
    ReportTotal.objects.filter(channel="email").update(quantity=99)
    ReportTotal.objects.filter(channel="post").delete()
    assert rebuilt().startswith("1 urgent actions done: 2 totals ")
    assert totals() == before
    assert rebuilt().startswith("1 urgent actions done: 0 totals ")


@pytest.mark.usefixtures("page")
def test_a_total_without_reports_becomes_empty() -> None:
    Report.objects.all().delete()
    rebuilt()
    assert totals() == {}


def test_reports_that_are_not_counted_stay_out(page: UrgentActionPage) -> None:
    Report.objects.filter(channel="post").update(state=Report.State.REFUSED)
    Report.objects.filter(quantity=2).update(state=Report.State.HELD)
    rebuild(page.translation_key)
    assert list(totals().values()) == [(1, 1)]


@pytest.mark.usefixtures("page")
def test_a_rebuilding_goes_on_after_where_it_was_stopped() -> None:
    tell(factories.published())
    first, second = urgent_actions_with_reports()
    assert first < second
    assert list(urgent_actions_with_reports(after=first)) == [second]
    assert rebuilt(after=first).startswith("1 urgent actions done")


def test_every_urgent_action_comes_once_however_small_the_batches(
    page: UrgentActionPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [factories.published() for _ in range(2)]
    for each in others:
        tell(each)
    monkeypatch.setattr("urgent_actions.reporting.rebuild.BATCH", 1)
    keys = sorted(each.translation_key for each in (page, *others))
    assert list(urgent_actions_with_reports()) == keys


DEEDS = st.one_of(
    st.fixed_dictionaries(
        {
            "quantity": st.integers(1, 50),
            "channel": st.sampled_from(["email", "post"]),
            "country": st.sampled_from(["", "FR"]),
            "provenance": st.sampled_from([Provenance.SELF_REPORTED, Provenance.GROUP, Provenance.OFFLINE]),
            "key": st.sampled_from([f"again-{number}" for number in range(6)]),
        }
    ),
    st.tuples(st.sampled_from([count, refuse]), st.integers(0, 5)),
)


class AnySequence(TestCase):
    """Hypothesis starts each example on what ``setUp`` made."""

    def setUp(self) -> None:
        factories.section_settings(flood_limit=60)
        self.page = factories.published()
        self.group = group()

    @given(st.lists(DEEDS, max_size=12))
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    def test_after_any_reports_and_decisions_the_running_totals_are_those_built_anew(self, deeds: list[Any]) -> None:
        for deed in deeds:
            if isinstance(deed, dict):
                of_group = deed["provenance"] is Provenance.GROUP
                tell(self.page, **deed, group=self.group.pk if of_group else None)
                continue
            decide, number = deed
            if report := Report.objects.order_by("pk")[number : number + 1].first():
                decide(report)
        running = totals()
        ReportTotal.objects.all().delete()
        rebuild(self.page.translation_key)
        assert totals() == running
