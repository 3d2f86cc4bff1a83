"""What one version of an urgent action says otherwise than another, field by field. Plain Python."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ...urgent_action import Address, Contact, CopyRecipient, Passage, Person, Target, UrgentAction
from ...words.html import plain_text

SWITCHES = ("own_language_welcome", "post_suspended", "writer_safety_notice")
STOP = ("stopped_at", "stop_reason")
FIELDS = (
    "headline",
    "ua_number",
    "ordinal",
    "index_number",
    "issued_on",
    "deadline",
    "countries",
    "concerns",
    "persons",
    "summary",
    "notes_to_writers",
    "targets",
    "copies_to",
    "letter",
    "additional_information",
    "preferred_languages",
    *SWITCHES,
    *STOP,
    "previous_url",
)
"""The fields that are compared, in the order of the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field in which two versions differ: what each of them says there, line by line; () where it says nothing."""

    field: str
    old: Sequence[str]
    new: Sequence[str]


def differences(old: UrgentAction, new: UrgentAction) -> list[Difference]:
    """Return the fields that differ, in the order of the document; [] for two that say the same.

    Ids do not count, nor do the marks of bold and links in prose. Of persons only what a document can say is compared.
    """
    found = []
    for field in FIELDS:
        before, after = tuple(said(old, field)), tuple(said(new, field))
        if before != after:
            found.append(Difference(field=field, old=before, new=after))
    return found


def said(urgent_action: UrgentAction, field: str) -> Iterator[str]:
    """Yield line by line what an urgent action says in a field; nothing where it is empty."""
    value: Any = getattr(urgent_action, field)
    if field in _LINES:
        yield from (line for line in _LINES[field](value) if line)
    elif isinstance(value, bool):
        yield from ["✓"] if value else []
    elif isinstance(value, tuple):
        yield from map(str, value)
    elif value not in (None, ""):
        yield str(value)


def _persons(persons: Iterable[Person]) -> Iterator[str]:
    for person in persons:
        outcome = (person.outcome.value if person.outcome else "", str(person.outcome_on or ""), person.outcome_source)
        yield _listed(person.name, person.name_in_original_script, person.pronouns, *outcome)


def _passages(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        text = plain_text(passage.text) if passage.kind == "paragraph" else passage.text
        yield _listed(text, passage.source)


def _targets(targets: Iterable[Target]) -> Iterator[str]:
    for target in targets:
        yield from _target(target)


def _target(target: Target) -> Iterator[str]:
    yield _listed(target.name, target.role, target.organisation)
    yield from _address(target.address)
    yield from _contacts(target.contacts)
    yield from (salutation for _, salutation in target.salutations)
    yield target.note


def _copies(recipients: Iterable[CopyRecipient]) -> Iterator[str]:
    for recipient in recipients:
        if recipient.official:
            yield from _target(recipient.official)
        # The mission itself is that of each section, and comes out of the directory.
        yield recipient.missions_of or (recipient.mission.of_country if recipient.mission else "")
        yield recipient.note


def _address(address: Address) -> Iterator[str]:
    yield from address.lines
    yield address.country


def _contacts(contacts: Iterable[Contact]) -> Iterator[str]:
    yield from (_listed(contact.platform, contact.value) for contact in contacts)


def _listed(*words: str) -> str:
    return ", ".join(word for word in words if word)


_LINES: dict[str, Any] = {
    "persons": _persons,
    "summary": _passages,
    "targets": _targets,
    "copies_to": _copies,
    "letter": lambda letter: iter(letter.texts),
    "additional_information": _passages,
}
