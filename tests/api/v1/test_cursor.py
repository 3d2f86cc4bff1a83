"""A place in what happens, written and read again."""

from datetime import UTC, datetime

import pytest

from urgent_actions.api.v1.cursor import Cursor

MOMENT = datetime(2026, 6, 15, 12, 0, 0, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cursor", "text"),
    [
        (Cursor(57, MOMENT), "57.1781524800000001"),
        (Cursor(57, MOMENT, page_of_generation=12), "57-12.1781524800000001"),
        (Cursor(57, MOMENT, page_of_moment=8), "57.1781524800000001-8"),
        (Cursor(57, MOMENT, page_of_generation=0, page_of_moment=8), "57-0.1781524800000001-8"),
        (Cursor(57, MOMENT, listed=0), "57.1781524800000001.0"),
        (Cursor(0, datetime(1970, 1, 1, tzinfo=UTC)), "0.0"),
        (Cursor(1, datetime(9999, 12, 31, tzinfo=UTC)), "1.253402214400000000"),
    ],
)
def test_a_place_is_read_as_it_was_written(cursor: Cursor, text: str) -> None:
    assert (str(cursor), Cursor.read(text)) == (text, cursor)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1.",
        ".1",
        "1.2.",
        "1-.2",
        "-1.2",
        "1.2-",
        "1.2.3.4",
        "x.y",
        "1.2 ",
        "1.2\n",
        "١.٢",
        "1.253402214400000001",
        "1" * 40,
    ],
)
def test_what_was_never_written_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match="is no cursor"):
        Cursor.read(text)
