"""Totals: apart by how we know of them, in one query, and for the public from a number on."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from wagtail.models import Site

from tests import factories
from tests.reporting.telling import group, target_of, tell
from urgent_actions.models import Report
from urgent_actions.reporting.held import refuse
from urgent_actions.reporting.tally import Tally, ToldTo, Totals, public_totals, told_to, totals_of
from urgent_actions.rules.reports import Provenance

pytestmark = pytest.mark.django_db


def test_totals_tell_each_provenance_apart_and_all_that_letters_differ_in() -> None:
    page = factories.published()
    target = target_of(page)
    tell(page, quantity=2, country="FR")
    tell(page, quantity=3, channel="post", moment=factories.NOW + timedelta(days=1))
    tell(page, provenance=Provenance.GROUP, group=group().pk, quantity=40)
    tell(page, provenance=Provenance.OPENED)
    totals = totals_of(page.translation_key)
    assert list(totals.by_provenance) == [Provenance.SELF_REPORTED, Provenance.GROUP, Provenance.OPENED]
    tally = totals.by_provenance[Provenance.SELF_REPORTED]
    assert (tally.reports, tally.quantity) == (2, 5)
    assert dict(tally.by_target) == {target: 5}
    assert dict(tally.by_channel) == {"email": 2, "post": 3}
    assert dict(tally.by_country) == {"FR": 2, "": 3}
    assert dict(tally.by_language) == {"en": 5}
    assert dict(tally.by_day) == {date(2026, 6, 15): 2, date(2026, 6, 16): 3}


def test_what_is_not_there_has_no_totals() -> None:
    assert totals_of(uuid4()) == Totals({})


def test_a_provenance_of_which_nothing_is_left_is_left_out() -> None:
    page = factories.published()
    tell(page)
    refuse(Report.objects.get())
    assert totals_of(page.translation_key) == Totals({})


def test_totals_of_one_urgent_action_do_not_hold_those_of_another() -> None:
    page, other = factories.published(), factories.published()
    tell(page)
    tell(other, quantity=7)
    assert totals_of(page.translation_key).by_provenance[Provenance.SELF_REPORTED].quantity == 1


@pytest.mark.parametrize("reports", [1, 20])
def test_totals_take_one_query_however_many_reports_there_are(reports: int, django_assert_num_queries: Any) -> None:
    page = factories.published()
    for _ in range(reports):
        tell(page)
    with django_assert_num_queries(1):
        tally = totals_of(page.translation_key).by_provenance[Provenance.SELF_REPORTED]
    assert tally == Tally(
        reports, reports, tally.by_target, tally.by_channel, tally.by_country, tally.by_language, tally.by_day
    )


@pytest.mark.parametrize(("quantity", "shown"), [(9, None), (10, {Provenance.SELF_REPORTED: 10})])
def test_the_public_is_told_from_the_number_on(quantity: int, shown: Any) -> None:
    page = factories.published()
    tell(page, quantity=quantity)
    assert public_totals(page.translation_key, totals_from=10) == shown


def test_the_public_is_never_told_a_sum_of_two_provenances() -> None:
    page = factories.published()
    tell(page, quantity=9)
    tell(page, quantity=9, provenance=Provenance.OFFLINE)
    tell(page, quantity=12, provenance=Provenance.GROUP, group=group().pk)
    assert public_totals(page.translation_key, totals_from=10) == {Provenance.GROUP: 12}


def test_the_public_is_never_told_what_was_only_opened() -> None:
    page = factories.published()
    tell(page, provenance=Provenance.OPENED)
    assert public_totals(page.translation_key, totals_from=1) is None


@pytest.mark.parametrize("totals_from", [0, 1])
def test_the_public_is_never_told_a_zero(totals_from: int) -> None:
    page = factories.published()
    tell(page)
    refuse(Report.objects.get())
    assert public_totals(page.translation_key, totals_from=totals_from) is None


def test_public_totals_take_one_query(django_assert_num_queries: Any) -> None:
    page = factories.published()
    tell(page)
    with django_assert_num_queries(1):
        public_totals(page.translation_key, totals_from=1)


def test_what_was_told_of_letters_to_one_target_is_told_apart_with_its_days(django_assert_num_queries: Any) -> None:
    page = factories.published()
    target, here = target_of(page), Site.objects.get(is_default_site=True).pk
    tell(page, quantity=2)
    tell(page, quantity=3, channel="post", moment=factories.NOW + timedelta(days=4))
    tell(page, quantity=40, provenance=Provenance.OFFLINE)
    tell(page, provenance=Provenance.OPENED)
    with django_assert_num_queries(1):
        found = told_to(target, page.translation_key, site_id=here)
    first, last = date(2026, 6, 15), date(2026, 6, 19)
    assert found == [
        ToldTo(provenance=Provenance.SELF_REPORTED, quantity=5, first=first, last=last),
        ToldTo(provenance=Provenance.OFFLINE, quantity=40, first=first, last=first),
    ]


def test_letters_to_somebody_else_in_another_section_or_refused_are_not_told() -> None:
    page = factories.published()
    tell(page)
    here, elsewhere = Site.objects.get(is_default_site=True).pk, factories.section().pk
    key = page.translation_key
    assert told_to("somebody-else", key, site_id=here) == []
    assert told_to(target_of(page), key, site_id=elsewhere) == []
    refuse(Report.objects.get())
    assert told_to(target_of(page), key, site_id=here) == []
