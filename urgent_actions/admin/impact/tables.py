"""The lines as they are shown: tables with a chart above each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from ...rules.impact import ANSWERS, NOT_KNOWN_YET
from ..charts import Bars, bars
from .lines import LABELS, TITLES, Line

_HEADINGS = {"cases": _("Cases"), "persons": _("Persons"), "urgent_actions": _("Urgent actions issued")}
_OF_TABLE = {"happened": ("urgent_actions",)}
_OF_OTHERS = ("cases", "persons")
_CHARTS = {
    "country": _("Persons by country"),
    "concern": _("Persons by concern"),
    "year": _("Persons by the year of the case"),
    "happened": _("Outcomes by the year in which they came"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as it is read: each row is its name and its cells."""

    name: str
    title: Any
    chart: Bars
    headings: Sequence[Any]
    rows: Sequence[tuple[str, Sequence[str]]]


def outcomes_chart(lines: Sequence[Line]) -> Bars:
    """Return what came of all persons, those of whom nothing is known yet included."""
    (everything,) = (line for line in lines if line.table == "all")
    came = [(LABELS[answer], everything.outcomes[answer]) for answer in _shown(lines)]
    return bars(_("What came of it"), came, heading=_("Outcome"), unit=_("Persons"))


def tables(lines: Sequence[Line]) -> Iterator[Table]:
    """Yield a table for all that there are lines of; an outcome that nobody had has no column."""
    answers = _shown(lines)
    for name, title in TITLES.items():
        own = [line for line in lines if line.table == name]
        if own and name != "all":
            numbers = _OF_TABLE.get(name, _OF_OTHERS)
            columns = [answer for answer in answers if name != "happened" or answer != NOT_KNOWN_YET]
            yield Table(
                name=name,
                title=title,
                chart=_chart(name, own),
                headings=[*(_HEADINGS[each] for each in numbers), *(LABELS[each] for each in columns)],
                rows=[(line.name, _cells(line, numbers, columns)) for line in own],
            )


def _shown(lines: Sequence[Line]) -> list[str]:
    """Return the outcomes that anybody had, and always that nothing is known yet: that is what is still to be done."""
    there = {answer for line in lines for answer, number in line.outcomes.items() if number}
    return [answer for answer in ANSWERS if answer in there or answer == NOT_KNOWN_YET]


def _cells(line: Line, numbers: Sequence[str], answers: Sequence[str]) -> list[str]:
    counted = [*(getattr(line, name) for name in numbers), *(line.outcomes[answer] for answer in answers)]
    return [number_format(number, force_grouping=True) for number in counted]


def _chart(name: str, own: Sequence[Line]) -> Bars:
    values = [(line.name, line.outcomes_known if line.persons is None else line.persons) for line in own]
    chart = bars(
        _CHARTS[name], values, heading=TITLES[name], unit=_("Persons"), most=len(values) if _goes_on(name) else 20
    )
    if not _goes_on(name):
        return chart
    # Time goes on from line to line; the longest bar need not come first.
    place = {label: number for number, (label, _value) in enumerate(values)}
    return replace(chart, bars=tuple(sorted(chart.bars, key=lambda bar: place[bar.label])))


def _goes_on(name: str) -> bool:
    return name in ("year", "happened")
