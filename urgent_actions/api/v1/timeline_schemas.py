"""The types of the answers about the history of a case."""

from datetime import date

from pydantic import Field

from ...representation.schemas import Part
from ...rules.history import Kind
from ...urgent_action import Outcome
from .report_schemas import Totals


class Told(Part):
    """The urgent action of the case, or the translation of one, that something happened to."""

    id: int
    title: str
    ua_number: str
    ordinal: int | None
    language: str
    url: str


class PersonOutcome(Part):
    """What came of it for one person, by the name that the public may know."""

    name: str
    outcome: Outcome
    source: str | None
    appeals_contribution: str | None


class Event(Part):
    """One thing that happened; what does not belong to its kind is null."""

    kind: Kind = Field(
        description="issued, updated (a later urgent action), translated, extended, stopped, outcome (of one person)"
    )
    on: date | None = Field(description="By the calendar of the section; null where nobody knows.")
    urgent_action: Told
    deadline: date | None = Field(description="Of an extension: until when people could write then, inclusive.")
    person: PersonOutcome | None


class Timeline(Part):
    """What happened to a case, earliest first, as the language and section of this urgent action read it."""

    items: list[Event]
    totals: Totals = Field(description="What was reported about this urgent action, in all languages and sections.")
