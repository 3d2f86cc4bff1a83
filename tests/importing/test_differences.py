from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from urgent_actions.importing.page.differences import FIELDS, Difference, differences
from urgent_actions.urgent_action import (
    Address,
    CopyRecipient,
    Passage,
    Person,
    SampleLetter,
    Target,
    UANumber,
    UrgentAction,
)

SAID = UrgentAction(
    language="en",
    headline="Sample Person in danger",
    ua_number=UANumber(801, 26),
    ordinal=1,
    deadline=date(2026, 12, 31),
    persons=(Person(id="1", name="Sample Person", pronouns="She/her"),),
    summary=(Passage(kind="paragraph", text="<p>She was <b>threatened</b>.</p>"),),
    targets=(Target(id="a", name="Example Minister", address=Address(lines=("1 Example Street",), country="HN")),),
    copies_to=(CopyRecipient(id="b", missions_of="HN"),),
    letter=SampleLetter(paragraphs=("I am writing.",), asks=("protect her.",)),
)


def test_the_same_has_no_differences() -> None:
    assert differences(SAID, SAID) == []


def test_every_field_of_an_urgent_action_is_compared() -> None:
    assert set(FIELDS) == set(UrgentAction.__dataclass_fields__) - {"language"}


@pytest.mark.parametrize(
    ("field", "value", "old", "new"),
    [
        ("headline", "Sample Person released", ("Sample Person in danger",), ("Sample Person released",)),
        ("ua_number", None, ("801/26",), ()),
        ("ordinal", 2, ("1",), ("2",)),
        ("deadline", date(2027, 1, 31), ("2026-12-31",), ("2027-01-31",)),
        ("countries", ("HN", "MX"), (), ("HN", "MX")),
        ("post_suspended", True, (), ("✓",)),
        (
            "persons",
            (Person(id="7", name="Sample Person", pronouns="They/them"),),
            ("Sample Person, She/her",),
            ("Sample Person, They/them",),
        ),
        (
            "summary",
            (Passage(kind="paragraph", text="<p>She is safe.</p>"),),
            ("She was threatened.",),
            ("She is safe.",),
        ),
        (
            "targets",
            (Target(id="a", name="Example Minister", address=Address(lines=("2 Example Street",), country="HN")),),
            ("Example Minister", "1 Example Street", "HN"),
            ("Example Minister", "2 Example Street", "HN"),
        ),
        ("copies_to", (), ("HN",), ()),
        (
            "letter",
            SampleLetter(paragraphs=("I am writing.",), asks=("protect her.", "tell us.")),
            ("I am writing.", "protect her."),
            ("I am writing.", "protect her.", "tell us."),
        ),
    ],
)
def test_a_field_that_differs_is_told_with_both_values(field: str, value: Any, old: Any, new: Any) -> None:
    changes: dict[str, Any] = {field: value}
    assert differences(SAID, replace(SAID, **changes)) == [Difference(field=field, old=old, new=new)]


def test_ids_are_no_difference() -> None:
    other = replace(SAID, persons=(Person(id="9", name="Sample Person", pronouns="She/her"),))
    assert differences(SAID, other) == []
