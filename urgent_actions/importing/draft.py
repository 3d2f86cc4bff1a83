"""What was found in a document: an urgent action, where each value stands, what is doubtful, what is left over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ..urgent_action import UANumber, UrgentAction


class DocumentType(StrEnum):
    """What kind of document it is."""

    URGENT_ACTION = "urgent_action"
    UPDATE = "update"
    OUTCOME = "outcome"
    LETTER_ONLY = "letter_only"
    LISTING = "listing"
    """One of several urgent actions in one document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One sentence about what may be wrong: ``template % params``; ``line`` is the number of the line it is about."""

    code: str
    template: str
    params: Mapping[str, object] = field(default_factory=dict)
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One urgent action of a document. What the document does not say is empty in it."""

    urgent_action: UrgentAction
    document_type: str = ""
    closed: bool = False
    ended_on: date | None = None
    """The day on which it was closed, where a closed document says so."""
    update_number: int | None = None
    """Which update it is, where the document counts updates and not urgent actions: one less than the ordinal."""
    previous_number: UANumber | None = None
    printed: Mapping[str, str] = field(default_factory=dict)
    """Path of a value to the words of the document, where the value is a code, or made of words that stand elsewhere.

    So ``countries`` and ``targets[0].address.country`` are printed names, ``preferred_languages`` names with a comma
    between them, ``letter`` the letter with salutation and sign-off, ``targets[0].salutation`` the one in the block of
    the target (``salutations`` of a target may also be taken from the letter), ``persons[0].gender`` the mark m or f.
    """
    provenance: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Path of a value, like ``targets[0].address``, to the numbers of the lines it was read from."""
    doubts: Sequence[Doubt] = ()
    left_over: Sequence[int] = ()
    """Numbers of the lines that went into no value."""
