"""The picture of a case over time: lanes of bars and marks, each with the same in words beside it.

No text stands in the pictures, so they can be stretched, and turned around from right to left.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.utils.formats import date_format, number_format

from ...rules.history import Event
from ...rules.status import Section

_THINNEST = 0.7
"""Of a hundred: a day of a long life is still seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A rectangle in a picture of 100 by 20, as SVG writes numbers. ``kind`` chooses its colour."""

    x: str
    y: str
    width: str
    height: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of the picture; ``words`` say the same as its shapes."""

    label: str
    shapes: Sequence[Shape]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From when until when people could write from one document, both days included."""

    first: date
    last: date


class Scale:
    """Puts days on a line of 100."""

    def __init__(self, days: Iterable[date]) -> None:
        known = sorted(days)
        self.first, self.last = known[0], known[-1]
        self._length = max((self.last - self.first).days + 1, 14)

    def shape(self, first: date, last: date, *, kind: str, height: float = 20) -> Shape:
        """Return the rectangle over these days, both included; it stands on the ground."""
        x = 100 * (first - self.first).days / self._length
        width = max(100 * ((last - first).days + 1) / self._length, _THINNEST)
        return Shape(
            x=f"{min(x, 100 - width):.2f}",
            y=f"{20 - height:.2f}",
            width=f"{width:.2f}",
            height=f"{height:.2f}",
            kind=kind,
        )


def events_lane(label: str, events: Iterable[Event], scale: Scale) -> Lane:
    """Return a mark for each event that has a day."""
    dated = [(event.on, event.kind.value) for event in events if event.on]
    return Lane(label=label, shapes=[scale.shape(on, on, kind=kind) for on, kind in dated], words="")


def open_lane(label: str, stretches: Sequence[Stretch], scale: Scale) -> Lane:
    """Return a bar for each time in which people could write."""
    return Lane(
        label=label,
        shapes=[scale.shape(each.first, each.last, kind="open") for each in stretches],
        words=", ".join(f"{_day(each.first)} – {_day(each.last)}" for each in stretches),
    )


def letters_lane(label: str, letters: Mapping[date, int], scale: Scale) -> Lane:
    """Return a column for each day on which letters were reported."""
    most = max(letters.values())
    return Lane(
        label=label,
        shapes=[
            scale.shape(day, day, kind="letters", height=max(20 * number / most, 1)) for day, number in letters.items()
        ],
        words=number_format(sum(letters.values()), force_grouping=True),
    )


def stretches(pages: Iterable[Any], section: Section, *, moment: datetime) -> list[Stretch]:
    """Return when people could write in one language: until the deadline, a stop, or the next of the case."""
    own = sorted((page for page in pages if page.first_published_at), key=lambda page: page.ordinal or 0)
    found = []
    for page, newer in pairwise([*own, None]):
        first = page.issued_on or section.today(page.first_published_at)
        ends = [page.deadline, newer and section.today(newer.first_published_at)]
        ends.append(section.today(page.stopped_at) if page.stopped_at else None)
        last = min([each for each in ends if each] or [section.today(moment)])
        if first <= last:
            found.append(Stretch(first=first, last=last))
    return found


def _day(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
