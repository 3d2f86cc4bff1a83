"""Where files stand, and what slots of time are."""

from datetime import UTC, datetime, timedelta

import pytest

from urgent_actions.publishing.tree import layout

TEN = datetime(2026, 6, 15, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "language", "expected"),
    [
        ("", "", "documents/www.example.org/index.json"),
        ("", "zh-hans", "documents/www.example.org/index.zh-hans.json"),
        ("changes/", "", "documents/www.example.org/changes/index.json"),
    ],
)
def test_a_document_stands_at_its_path_in_the_api(path: str, language: str, expected: str) -> None:
    assert layout.document("www.example.org", path, language=language) == expected


def test_an_urgent_action_has_no_folder_of_its_own() -> None:
    assert layout.detail("www.example.org", 12) == "documents/www.example.org/12.json"


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
