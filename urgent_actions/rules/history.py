"""The history of a case: what happened to it, day by day, as it is read in one language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..urgent_action import Person


class Kind(StrEnum):
    """What happened. Of one day, in this order."""

    ISSUED = "issued"
    """The first urgent action of the case."""
    UPDATED = "updated"
    """A later one."""
    TRANSLATED = "translated"
    EXTENDED = "extended"
    RESUMED = "resumed"
    """A stop was taken back."""
    STOPPED = "stopped"
    OUTCOME = "outcome"
    """What came of it for one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An urgent action of the case in one language, as far as its history goes; days by the section's calendar."""

    page_id: int
    title: str
    url: str
    language: str
    ordinal: int | None = None
    ua_number: str = ""
    issued_on: date | None = None
    first_published_on: date | None = None
    stopped_on: date | None = None
    persons: Sequence[Person] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision about one of them; ``reason`` and ``by`` are for those who may read the audit log."""

    kind: Kind
    on: date
    page_id: int
    deadline: date | None = None
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened. ``on`` is None where nobody knows the day."""

    kind: Kind
    on: date | None
    issue: Issue
    deadline: date | None = None
    person: Person | None = None
    reason: str = ""
    by: str = ""


def history(issues: Iterable[Issue], decided: Iterable[Decided] = (), *, language: str) -> list[Event]:
    """Return what happened to a case as seen in ``language``, earliest first; what has no day comes last.

    ``issues`` are those of the case in all languages. A person who stands in several of them has the outcome that the
    newest one tells.
    """
    everything = list(issues)
    own = sorted((each for each in everything if each.language == language), key=lambda each: each.ordinal or 0)
    by_id = {each.page_id: each for each in own}
    events = [
        *(Event(kind=_kind(each), on=each.issued_on or each.first_published_on, issue=each) for each in own),
        *(
            Event(kind=Kind.TRANSLATED, on=each.first_published_on, issue=each)
            for each in everything
            if each.language != language
        ),
        *(
            Event(
                kind=each.kind,
                on=each.on,
                issue=by_id[each.page_id],
                deadline=each.deadline,
                reason=each.reason,
                by=each.by,
            )
            for each in decided
            if each.page_id in by_id
        ),
        *_outcomes(own),
    ]
    return sorted([*events, *_stop(own, events)], key=_place)


def _kind(issue: Issue) -> Kind:
    return Kind.ISSUED if (issue.ordinal or 1) == 1 else Kind.UPDATED


def _outcomes(own: list[Issue]) -> Iterable[Event]:
    told: set[str] = set()
    for issue in reversed(own):
        # Two persons of one document may be known by the same initials.
        here = [person for person in issue.persons if person.outcome and person.name not in told]
        told |= {person.name for person in here}
        for person in here:
            yield Event(kind=Kind.OUTCOME, on=person.outcome_on, issue=issue, person=person)


def _stop(own: list[Issue], events: list[Event]) -> Iterable[Event]:
    """Yield the stop that stands, unless the decision tells of it already: it may have been typed into a form."""
    stopped = [each for each in own if each.stopped_on is not None][-1:]
    told = {event.on for event in events if event.kind is Kind.STOPPED}
    return [Event(kind=Kind.STOPPED, on=each.stopped_on, issue=each) for each in stopped if each.stopped_on not in told]


def _place(event: Event) -> tuple[date, int]:
    return event.on or date.max, list(Kind).index(event.kind)
