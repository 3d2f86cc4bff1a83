"""What writers tell from outside is counted, or held for somebody of the section; it is never lost for a suspicion."""

from typing import Any

import pytest
from django.conf import LazySettings

from tests import factories
from tests.reporting.telling import group, stored, told
from urgent_actions.models import Report, ThrottleCount, UrgentActionPage
from urgent_actions.reporting.refusal import UnfitQuantity
from urgent_actions.reporting.take import take

pytestmark = pytest.mark.django_db


def tell(page: UrgentActionPage, *, address: str = "192.0.2.1", **fields: Any) -> None:
    proof = fields.pop("proof", "")
    take(told(page, **fields), proof=proof, address=address, moment=factories.NOW)


def kept() -> list[tuple[str, str, int]]:
    return list(Report.objects.order_by("pk").values_list("provenance", "state", "quantity"))


def test_a_writers_report_is_counted() -> None:
    tell(factories.published(), quantity=2)
    assert kept() == [("self_reported", "counted", 2)]


def test_a_report_that_names_a_group_is_one_of_the_group() -> None:
    tell(factories.published(), group=group().pk, quantity=60)
    assert kept() == [("group", "counted", 60)]


def test_a_doubted_report_is_held_and_not_lost() -> None:
    tell(factories.published(), doubted=True)
    assert kept() == [("self_reported", "held", 1)]


def test_what_an_address_sends_beyond_the_days_number_is_held_and_not_lost(settings: LazySettings) -> None:
    settings.URGENT_ACTIONS_REPORTS_A_DAY = 2
    page = factories.published()
    for _ in range(4):
        tell(page)
    tell(page, address="192.0.2.2")
    assert [state for _, state, _ in kept()] == ["counted", "counted", "held", "held", "counted"]


def test_where_nothing_else_is_set_fifty_of_an_address_are_counted_in_a_day() -> None:
    page = factories.published()
    for _ in range(51):
        tell(page)
    assert [state for _, state, _ in kept()] == ["counted"] * 50 + ["held"]


def test_a_flood_in_the_name_of_a_group_is_held() -> None:
    factories.section_settings(flood_limit=100)
    page, named = factories.published(), group().pk
    tell(page, group=named, quantity=70)
    tell(page, group=named, quantity=70, address="192.0.2.2")
    assert kept() == [("group", "counted", 70), ("group", "held", 70)]


def test_what_is_refused_stores_nothing() -> None:
    page, before = factories.published(), stored()
    with pytest.raises(UnfitQuantity):
        tell(page, quantity=51)
    assert stored() == before


def test_an_address_is_kept_by_no_report_and_by_no_count() -> None:
    tell(factories.published(), address="192.0.2.77")
    rows = [*Report.objects.values_list(), *ThrottleCount.objects.values_list()]
    assert "192.0.2.77" not in str(rows)
