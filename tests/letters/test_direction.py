"""Which way a text runs."""

import pytest

from urgent_actions.letters.direction import direction, isolated


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Example City", "ltr"),
        ("مدينة المثال", "rtl"),
        ("1 Example Street", "ltr"),
        ("Huang كتبت رسالة طويلة", "rtl"),
        ("示例", "ltr"),
        ("+504 2230-0000", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_text_runs_as_most_of_its_letters_do(text: str, way: str) -> None:
    assert direction(text) == way


def test_an_isolated_text_begins_and_ends_with_unicodes_marks() -> None:
    assert (isolated("+504"), isolated("مثال"), isolated("")) == ("\u2066+504\u2069", "\u2067مثال\u2069", "")
