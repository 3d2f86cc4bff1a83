"""The figures as lines of tables. Screen, charts and spreadsheets are made of the same lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ...codes import country_name
from ...models.facts import OUTCOME_LABELS
from ...rules.impact import ANSWERS, NOT_KNOWN_YET, Figures, Impact, Number

LABELS: dict[str, Any] = {
    **{outcome.value: label for outcome, label in OUTCOME_LABELS.items()},
    NOT_KNOWN_YET: pgettext_lazy("outcome", "Not known yet"),
}
TITLES = {
    "all": _("All cases"),
    "country": _("Country"),
    "concern": _("Concern"),
    "year": _("Year of the case"),
    "happened": _("In the year"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: which table, what it is about, and its figures; None where a table has no such column.

    ``outcomes`` has a number of persons for each of ``ANSWERS``.
    """

    table: str
    name: str
    cases: int | None = None
    persons: int | None = None
    urgent_actions: int | None = None
    outcomes: Mapping[str, int]

    @property
    def title(self) -> str:
        """Return the title of its table."""
        return str(TITLES[self.table])

    @property
    def outcomes_known(self) -> int:
        """Return of how many persons an outcome is known."""
        return sum(number for answer, number in self.outcomes.items() if answer != NOT_KNOWN_YET)


def lines(found: Impact, *, concerns: Mapping[str, str]) -> list[Line]:
    """Return the lines of all tables, in the reader's language; ``concerns`` are names by slug."""
    language = get_language() or "en"
    return [
        *_lines("all", [(gettext("All cases"), found.everything)]),
        *_lines("country", ((country_name(code, language), row) for code, row in found.by_country.items())),
        *_lines("concern", ((concerns.get(slug, slug), row) for slug, row in found.by_concern.items())),
        *_lines("year", ((str(year), row) for year, row in found.by_year.items())),
        *(
            Line(
                table="happened",
                name=str(each.year or gettext("Without a date")),
                urgent_actions=each.urgent_actions,
                outcomes=_persons(each.outcomes),
            )
            for each in found.happened
        ),
    ]


def _lines(table: str, rows: Iterable[tuple[str, Figures]]) -> list[Line]:
    return [
        Line(table=table, name=name, cases=row.all.cases, persons=row.all.persons, outcomes=_persons(row.outcomes))
        for name, row in rows
    ]


def _persons(outcomes: Mapping[str, Number]) -> dict[str, int]:
    return {answer: outcomes.get(answer, Number()).persons for answer in ANSWERS}
