"""What is in force of a page is the same by whichever way it is asked."""

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.db.models.expressions import RawSQL
from wagtail.models import Site

from tests import factories
from tests.reporting.telling import tell, told
from urgent_actions.models import Report, ReportTotal, SectionSettings
from urgent_actions.models.sections import default_section
from urgent_actions.reporting.in_force import in_force
from urgent_actions.reporting.record import record

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeps_plans() -> Iterator[None]:
    """This connection may keep plans, as with ``prepare_threshold`` in the address of the database."""
    connection.ensure_connection()
    before, connection.connection.prepare_threshold = connection.connection.prepare_threshold, 5
    yield
    connection.connection.prepare_threshold = before


def test_it_has_what_is_published_and_what_the_section_has_set() -> None:
    factories.section_settings(time_zone="Asia/Tokyo", flood_limit=77)
    page = factories.published(ua_number="44/26", ordinal=2)
    found = in_force(page.pk, moment=factories.NOW)
    assert found is not None
    assert found.section == SectionSettings.objects.get().as_section()
    assert (found.section.time_zone, found.section.flood_limit) == (ZoneInfo("Asia/Tokyo"), 77)
    assert (found.status, found.translation_key, found.language) == ("open", page.translation_key, "en")
    assert (found.ua_number, found.ordinal, found.expired_from.date()) == ("44/26", 2, date(2026, 12, 31))


def test_for_a_section_that_has_set_nothing_holds_what_holds_for_all() -> None:
    found = in_force(factories.published().pk, moment=factories.NOW)
    assert found is not None
    assert found.section == default_section()


def test_what_a_section_sets_holds_from_then_on() -> None:
    page = factories.published()
    for limit in (5, 6):
        factories.section_settings(flood_limit=limit)
        assert in_force(page.pk, moment=factories.NOW).section.flood_limit == limit


def test_there_is_nothing_of_what_is_not_public() -> None:
    assert in_force(factories.draft().pk, moment=factories.NOW) is None


def test_it_is_asked_for_the_moment() -> None:
    page = factories.published(deadline=factories.NOW.date())
    moments = (factories.NOW, factories.NOW + timedelta(days=1))
    assert [in_force(page.pk, moment=moment).status for moment in moments] == ["expiring", "expired"]


def test_a_section_that_is_named_has_to_be_the_one_by_id_and_by_sql() -> None:
    page, here = factories.published(), Site.objects.get(is_default_site=True).pk
    there = factories.section().pk
    named = [here, RawSQL("SELECT id FROM wagtailcore_site WHERE id = %s", [here])]
    others = [there, RawSQL("SELECT id FROM wagtailcore_site WHERE id = %s", [there])]
    assert [in_force(page.pk, moment=factories.NOW, site=site) is not None for site in (*named, *others)] == [
        *(True, True),
        *(False, False),
    ]


@pytest.mark.needs_postgresql
@pytest.mark.usefixtures("keeps_plans")
def test_a_connection_that_may_keep_plans_keeps_the_two_of_a_report() -> None:
    page = factories.published()
    answers = [tell(page, quantity=quantity) for quantity in (1, 2)]
    again = told(page, quantity=4, key="once")
    assert record(again, moment=factories.NOW) == record(again, moment=factories.NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", ["%report%"])
        assert cursor.fetchone() == (2,)
    assert [answer.state for answer in answers] == ["counted", "counted"]
    assert (Report.objects.count(), ReportTotal.objects.values_list("reports", "quantity").get()) == (3, (3, 7))
