"""What is published, read back: nothing that letters need is lost, nothing withheld comes back."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters.samples import EMBASSY, LATIN, SCRIPTS
from urgent_actions.representation import represent
from urgent_actions.representation.people import mission
from urgent_actions.representation.reading import mission_of, urgent_action_of
from urgent_actions.rules.chain import chain
from urgent_actions.rules.status import Status
from urgent_actions.urgent_action import CopyRecipient, Gender, Register, SampleLetter, UrgentAction

# No page gives an empty paragraph.
WORDS = st.text(min_size=1).filter(str.strip)


def read_back(ua: UrgentAction, status: Status = Status.OPEN) -> UrgentAction:
    shown = represent(ua, status=status, case=chain([], ordinal=ua.ordinal))
    return urgent_action_of(shown, headline=ua.headline)


def as_the_public_knows_it(ua: UrgentAction) -> UrgentAction:
    """Return what should come back: initials for names, and contacts that are alive."""
    known: dict[str, Any] = {"name_in_original_script": "", "use_initials": False}
    persons = tuple(replace(person, name=person.public_name, **known) for person in ua.persons)
    targets = tuple(
        replace(target, contacts=tuple(each for each in target.contacts if each.reaches)) for target in ua.targets
    )
    return replace(ua, persons=persons, targets=targets, stopped_at=None, stop_reason="")


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_is_published_reads_back(name: str) -> None:
    assert read_back(SCRIPTS[name]) == as_the_public_knows_it(SCRIPTS[name])


@given(
    st.builds(
        SampleLetter,
        paragraphs=st.lists(WORDS, min_size=1).map(tuple),
        asks_introduction=st.text(),
        asks=st.lists(WORDS, min_size=1).map(tuple),
        closing=st.lists(WORDS).map(tuple),
        postscript=st.text().map(str.strip),
    )
)
def test_every_sample_letter_with_asks_reads_back(letter: SampleLetter) -> None:
    assert read_back(replace(LATIN, letter=letter)).letter == letter


@pytest.mark.parametrize("gender", [None, *Gender])
@pytest.mark.parametrize("register", Register)
def test_how_a_target_is_addressed_reads_back(gender: Gender | None, register: Register) -> None:
    target = replace(LATIN.targets[0], gender=gender, register=register)
    found = read_back(replace(LATIN, targets=(target,))).targets[0]
    assert (found.gender, found.register) == (gender, register)


def test_a_copy_to_the_sections_embassy_reads_back() -> None:
    recipient = CopyRecipient(id="c", missions_of="HN", mission=EMBASSY, note="First.")
    assert read_back(replace(LATIN, copies_to=(recipient,))).copies_to == (recipient,)


def test_a_mission_reads_back() -> None:
    assert mission_of(mission(EMBASSY, "en")) == EMBASSY


def test_of_a_stopped_one_neither_letter_nor_contacts_come_back() -> None:
    stopped = replace(LATIN, stopped_at=datetime(2026, 6, 1, tzinfo=UTC), stop_reason="Free.")
    found = read_back(stopped, Status.STOPPED)
    assert (found.letter, found.stop_reason) == (SampleLetter(), "Free.")
    assert [(target.address.lines, target.contacts, target.salutations) for target in found.targets] == [
        ((), (), ()),
        ((), (), ()),
    ]
