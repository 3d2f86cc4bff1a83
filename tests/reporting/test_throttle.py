"""The throttle slows down who asks too often, and cannot say who that is."""

from datetime import timedelta

import pytest

from tests import factories
from urgent_actions.models import ThrottleCount, ThrottleSalt
from urgent_actions.reporting.throttle import Throttle

pytestmark = pytest.mark.django_db

REPORTS = Throttle("reports")


def allowed(address: str = "192.0.2.1", *, times: int = 1, limit: int = 2, days: int = 0) -> list[bool]:
    moment = factories.NOW + timedelta(days=days)
    return [REPORTS.allowed(address, limit=limit, moment=moment) for _ in range(times)]


def test_so_many_are_allowed_in_a_day_and_no_more() -> None:
    assert allowed(times=4) == [True, True, False, False]


def test_each_address_is_counted_by_itself() -> None:
    allowed(times=3)
    assert allowed("192.0.2.2") == [True]


def test_the_next_day_begins_anew() -> None:
    allowed(times=3)
    assert allowed(days=1) == [True]


def test_each_purpose_is_counted_by_itself() -> None:
    allowed(times=3)
    assert Throttle("letters").allowed("192.0.2.1", limit=2, moment=factories.NOW)


def test_the_address_is_not_kept() -> None:
    allowed()
    row = ThrottleCount.objects.values("day", "hash", "count").get()
    assert (row["day"], row["count"], len(row["hash"]), "192" in row["hash"][:3]) == (
        factories.NOW.date(),
        1,
        64,
        False,
    )


def test_the_same_address_has_another_hash_on_another_day() -> None:
    allowed()
    first = ThrottleCount.objects.get().hash
    allowed(days=1)
    assert ThrottleCount.objects.get().hash != first


def test_what_was_kept_is_gone_when_the_next_day_is_counted() -> None:
    allowed(times=3)
    allowed("192.0.2.2", days=1)
    tomorrow = (factories.NOW + timedelta(days=1)).date()
    kept = [list(model.objects.values_list("day", flat=True)) for model in (ThrottleSalt, ThrottleCount)]
    assert kept == [[tomorrow], [tomorrow]]


def test_the_salt_is_of_chance() -> None:
    allowed()
    first = bytes(ThrottleSalt.objects.get().salt)
    ThrottleSalt.objects.all().delete()
    allowed()
    assert (len(first), bytes(ThrottleSalt.objects.get().salt) != first) == (32, True)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2001:db8::1", "2001:db8::ffff"),
        ("192.0.2.1", "::ffff:192.0.2.1"),
        ("192.0.2.1", " 192.0.2.1"),
        ("", "unknown"),
    ],
)
def test_addresses_of_one_connection_are_counted_together(first: str, second: str) -> None:
    allowed(first, times=2)
    assert allowed(second) == [False]


def test_addresses_of_two_connections_are_counted_apart() -> None:
    allowed("2001:db8::1", times=2)
    assert allowed("2001:db8:0:1::1") == [True]
