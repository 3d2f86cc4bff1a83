"""Urgent actions as documents tell them, made by hand. Everything here is invented."""

from datetime import date
from typing import Any

from urgent_actions.rules.index_number import read_index_number
from urgent_actions.urgent_action import (
    Address,
    Contact,
    ContactKind,
    CopyRecipient,
    Mission,
    Passage,
    Person,
    SampleLetter,
    Target,
    UANumber,
    UrgentAction,
)

EMAIL = Contact(kind=ContactKind.EMAIL, value="minister@example.org")


def target(**changes: Any) -> Target:
    """Return the official of ``factories.official``, as a document has them."""
    facts: dict[str, Any] = {
        "id": "targets[0]",
        "name": "Example Minister",
        "role": "Minister of Examples",
        "organisation": "Ministry of Examples",
        "address": Address(lines=("1 Example Street", "Example City"), country="HN"),
        "contacts": (EMAIL,),
        "salutations": (("en", "Dear Minister,"),),
    }
    return Target(**{**facts, **changes})


def embassy(**changes: Any) -> Mission:
    """Return the mission of ``factories.mission``, as a document has it."""
    facts: dict[str, Any] = {
        "name": "Example Embassy",
        "of_country": "HN",
        "in_country": "US",
        "address": Address(lines=("2 Example Avenue", "Example Capital")),
        "contacts": (Contact(kind=ContactKind.EMAIL, value="embassy@example.org"),),
    }
    return Mission(**{**facts, **changes})


def told(**changes: Any) -> UrgentAction:
    """Return a whole urgent action as a document tells it."""
    facts: dict[str, Any] = {
        "language": "en",
        "headline": "Sample Person in danger",
        "ua_number": UANumber(801, 26),
        "ordinal": 2,
        "index_number": read_index_number("AMR 37/0801/2026"),
        "countries": ("HN",),
        "issued_on": date(2026, 6, 1),
        "deadline": date(2026, 12, 31),
        "persons": (Person(id="", name="Sample Person", name_in_original_script="样人", pronouns="She/her"),),
        "summary": (Passage(kind="paragraph", text="<p>She was <b>threatened</b>.</p>"),),
        "targets": (target(),),
        "notes_to_writers": ("Please write to the minister first.",),
        "copies_to": (CopyRecipient(id="copies_to[0]", missions_of="HN"),),
        "letter": SampleLetter(
            paragraphs=("I am writing to you about Sample Person.",),
            asks_introduction="I urge you to:",
            asks=("protect her;", "tell us how."),
            closing=("Thank you.",),
            postscript="I would be grateful for a reply.",
        ),
        "additional_information": (
            Passage(kind="heading", text="Who she is"),
            Passage(kind="paragraph", text="<p>This case is invented.</p>"),
            Passage(kind="quote", text="She taught us to read.", source="A former pupil"),
        ),
        "preferred_languages": ("es", "en"),
        "own_language_welcome": True,
        "previous_url": "https://example.org/documents/one",
    }
    return UrgentAction(**{**facts, **changes})
