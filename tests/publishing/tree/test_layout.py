"""Where files stand, and what slots of time are."""

from datetime import UTC, datetime, timedelta

import pytest

from urgent_actions.publishing.tree import layout

TEN = datetime(2026, 6, 15, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("address", "language", "expected"),
    [
        ("/api/urgent-actions/v1/", "", "documents/www.example.org/api/urgent-actions/v1/index.json"),
        ("/api/urgent-actions/v1/", "zh-hans", "documents/www.example.org/api/urgent-actions/v1/index.zh-hans.json"),
        ("/api/urgent-actions/v1/12/", "", "documents/www.example.org/api/urgent-actions/v1/12/index.json"),
    ],
)
def test_a_document_stands_at_its_address(address: str, language: str, expected: str) -> None:
    assert layout.document("www.example.org", address, language=language) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/en/urgent-actions/sample/", "pages/www.example.org/en/urgent-actions/sample/index.html"),
        ("/en/urgent-actions/sample", "pages/www.example.org/en/urgent-actions/sample/index.html"),
        ("/ar/%D8%B9%D9%85%D9%84/", "pages/www.example.org/ar/عمل/index.html"),
        ("/", "pages/www.example.org/index.html"),
    ],
)
def test_a_page_stands_at_its_address_as_a_web_server_reads_it(address: str, expected: str) -> None:
    assert layout.page("www.example.org", address) == expected


def test_a_slot_is_the_time_in_seconds_without_its_last_two_digits() -> None:
    assert (int(TEN.timestamp()), layout.slot(TEN)) == (1781517600, 17815176)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, []), (99, []), (100, [17815176]), (199, [17815176]), (200, [17815176, 17815177])],
)
def test_slots_are_those_that_are_over_by_then(seconds: int, expected: list[int]) -> None:
    assert list(layout.slots(TEN, TEN + timedelta(seconds=seconds))) == expected
