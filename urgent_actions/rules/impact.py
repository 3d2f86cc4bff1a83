"""What came of it: cases and persons by outcome, and how the counts of a database become figures.

A case is counted once, and so is a person. It has the year of its number: that of 44/22 is 2022, as long as it goes on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..urgent_action import Outcome

NOT_KNOWN_YET = "not_known_yet"
"""Nobody has said what came of it. That is not ``Outcome.UNKNOWN``: there somebody has tried to find out."""
ANSWERS = (*(outcome.value for outcome in Outcome), NOT_KNOWN_YET)
"""All that may be said of a person, in the order in which it is shown."""
FIRST_YEAR, LAST_YEAR = 1961, 2060
"""A number has two digits of its year. These are the hundred years in which they are read."""
WHATEVER = "*"
"""Stands in a count for all outcomes together."""


class Count(NamedTuple):
    """What a database has counted: of one value of one table, by outcome (empty: not known yet) or in whatever."""

    table: str
    value: str
    outcome: str
    cases: int
    persons: int


@dataclass(frozen=True, slots=True)
class Number:
    """So many cases, and so many persons in them. A case of two outcomes is counted for both of them."""

    cases: int = 0
    persons: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Cases and persons, and what came of them: each outcome that there is, in the order of ``ANSWERS``."""

    all: Number
    outcomes: Mapping[str, Number]

    def persons(self, outcome: str) -> int:
        """Return of how many persons this outcome is known."""
        return self.outcomes.get(outcome, Number()).persons


@dataclass(frozen=True, slots=True)
class Year:
    """What happened in a year: so many urgent actions were issued, and these outcomes came. None: nobody knows when."""

    year: int | None
    urgent_actions: int
    outcomes: Mapping[str, Number]


@dataclass(frozen=True, slots=True)
class Impact:
    """The figures of some cases: of all of them, by country, concern and year, and what happened in which year."""

    everything: Figures
    by_country: Mapping[str, Figures]
    by_concern: Mapping[str, Figures]
    by_year: Mapping[int, Figures]
    happened: tuple[Year, ...]


def year_of(ua_number: str) -> int:
    """Return the year of a case, of which a UA number in its printed form ends in the last two digits."""
    last = int(ua_number[-2:])
    return last + (1900 if last >= FIRST_YEAR % 100 else 2000)


def impact(counts: Iterable[Count]) -> Impact:
    """Return the figures that these counts make: most persons first, the newest year first.

    The tables are ``all``, ``country``, ``concern``, ``year`` (of the number, two digits), ``happened`` (year of the
    outcome) and ``issued`` (year of issue, urgent actions in place of cases). An empty year is one that nobody knows.
    """
    tables: dict[str, dict[str, dict[str, Number]]] = {}
    for count in counts:
        said = count.outcome or NOT_KNOWN_YET
        tables.setdefault(count.table, {}).setdefault(count.value, {})[said] = Number(count.cases, count.persons)
    years = {year_of(value): _figures(found) for value, found in tables.get("year", {}).items()}
    return Impact(
        everything=_figures(tables.get("all", {}).get("", {})),
        by_country=_most_first(tables.get("country", {})),
        by_concern=_most_first(tables.get("concern", {})),
        by_year=dict(sorted(years.items(), reverse=True)),
        happened=_happened(issued=tables.get("issued", {}), came=tables.get("happened", {})),
    )


def _figures(found: Mapping[str, Number]) -> Figures:
    return Figures(all=found.get(WHATEVER, Number()), outcomes=_in_order(found))


def _in_order(found: Mapping[str, Number]) -> dict[str, Number]:
    return {answer: found[answer] for answer in ANSWERS if answer in found}


def _most_first(table: Mapping[str, Mapping[str, Number]]) -> dict[str, Figures]:
    figures = {value: _figures(found) for value, found in table.items()}
    return dict(sorted(figures.items(), key=lambda row: (-row[1].all.persons, -row[1].all.cases, row[0])))


def _happened(
    *, issued: Mapping[str, Mapping[str, Number]], came: Mapping[str, Mapping[str, Number]]
) -> tuple[Year, ...]:
    """Return the years in which anything happened, the newest first, and last what has no date."""
    return tuple(
        Year(
            year=int(value) if value else None,
            urgent_actions=issued.get(value, {}).get(WHATEVER, Number()).cases,
            outcomes=_in_order(came.get(value, {})),
        )
        for value in sorted(issued.keys() | came.keys(), reverse=True)
    )
