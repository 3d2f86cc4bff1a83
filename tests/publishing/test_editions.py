"""What the public reads changes at the right moment, without any job having run."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from tests import factories
from tests.publishing.read import read
from urgent_actions.models import Edition
from urgent_actions.publishing.ready import ready

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        (datetime(2026, 6, 20, 3, 59, 59, tzinfo=UTC), "open"),
        (datetime(2026, 6, 20, 4, 0, tzinfo=UTC), "expiring"),
        (datetime(2026, 6, 28, 3, 59, 59, tzinfo=UTC), "expiring"),
        (datetime(2026, 6, 28, 4, 0, tzinfo=UTC), "expired"),
        (datetime(2126, 1, 1, tzinfo=UTC), "expired"),
        (datetime(1999, 1, 1, tzinfo=UTC), "open"),
    ],
)
def test_a_status_flips_at_midnight_of_the_section(moment: datetime, status: str) -> None:
    factories.section_settings(time_zone="America/New_York")
    page = factories.published(deadline=date(2026, 6, 27))
    detail = read(page, moment=moment)
    assert detail is not None
    assert detail["status"] == status


@pytest.mark.parametrize(
    ("days", "letters"), [(0, True), (16, True), (17, False)], ids=["now", "on the last day", "the day after"]
)
def test_letters_end_with_the_deadline(days: int, letters: bool) -> None:
    page = factories.published(deadline=date(2026, 7, 1))
    detail = read(page, moment=factories.NOW + timedelta(days=days))
    assert detail is not None
    assert detail["take_action"]["letters_available"] is letters


def test_a_detail_says_when_it_changes_by_itself() -> None:
    page = factories.published(deadline=date(2026, 7, 1))
    details = [read(page, moment=factories.NOW + timedelta(days=days)) for days in (0, 10, 20)]
    assert [detail and detail["changes_at"] for detail in details] == [
        "2026-06-24T00:00:00+00:00",
        "2026-07-02T00:00:00+00:00",
        None,
    ]


def test_a_stop_that_is_to_come_takes_letter_and_contacts_at_its_moment() -> None:
    stop = factories.NOW + timedelta(days=1)
    page = factories.published(stopped_at=stop, stop_reason="She is safe.")
    before, after = read(page, moment=stop - SECOND), read(page, moment=stop)
    assert before is not None
    assert after is not None
    assert (before["sample_letter"] is None, before["stopped"]) == (False, None)
    assert (after["sample_letter"], after["targets"][0]["value"]["contacts"]) == (None, [])


def test_a_page_is_gone_at_the_second_of_its_expiry() -> None:
    gone = factories.NOW + timedelta(days=1)
    page = factories.published(expire_at=gone)
    assert (read(page, moment=gone - SECOND) is None, read(page, moment=gone)) == (False, None)


def test_an_older_one_is_superseded_until_the_newer_one_is_gone() -> None:
    gone = factories.NOW + timedelta(days=1)
    first = factories.published(ua_number="44/26")
    factories.published(ua_number="44/26", ordinal=2, expire_at=gone)
    before, after = read(first, moment=gone - SECOND), read(first, moment=gone)
    assert before is not None
    assert after is not None
    assert [before["status"], after["status"]] == ["superseded", "open"]
    assert [len(detail["chain"]["items"]) for detail in (before, after)] == [2, 1]


def test_a_link_to_a_page_ends_when_that_page_does() -> None:
    gone = factories.NOW + timedelta(days=1)
    other = factories.published(expire_at=gone, slug="other")
    prose = f'<p><a linktype="page" id="{other.pk}">Another</a></p>'
    page = factories.published(additional_information=[("paragraph", prose)])
    texts = [
        detail and detail["additional_information"][0]["value"]
        for detail in (read(page, moment=gone - SECOND), read(page, moment=gone))
    ]
    assert texts == [
        '<p><a href="http://localhost/en/urgent-actions/other/" rel="noopener">Another</a></p>',
        '<p><a rel="noopener">Another</a></p>',
    ]


def test_a_closed_one_has_one_edition() -> None:
    page = factories.expired_action()
    assert Edition.objects.filter(publication_id=page.pk).count() == 1


def test_the_compressed_forms_say_the_same() -> None:
    edition = Edition.objects.get(publication_id=factories.expired_action().pk)
    made = ready(edition.detail)
    assert (bytes(edition.detail_gzip), bytes(edition.detail_brotli)) == (made.gzip, made.brotli)


def test_an_edition_made_of_what_was_kept_has_its_keys_in_the_same_order() -> None:
    """PostgreSQL's jsonb sorts them; then a newer urgent action of the case changed every byte of the older one."""
    first = factories.published(ua_number="901/26")
    before = json.loads(Edition.objects.filter(publication_id=first.pk).earliest("starts_at").detail)
    factories.published(ua_number="901/26", ordinal=2)
    after = json.loads(Edition.objects.get(publication_id=first.pk).detail)
    assert (after["status"], list(after["persons"][0])) == ("superseded", list(before["persons"][0]))
