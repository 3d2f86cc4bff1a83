"""Charts of the admin, drawn by the server: each comes with its figures in a table, and no script or style is inline.

Give ``bars(...)`` to the template ``urgent_actions/admin/charts/bars.html`` as ``chart``, and ``days(...)`` to
``days.html``. No text stands in the pictures, so they can be stretched, and turned around from right to left.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

MOST_BARS = 20
MOST_COLUMNS = 92
"""So many columns can be told apart on a phone; a longer time is shown in stretches of several days."""
_FEWEST_COLUMNS = 14
"""A chart of one day is no wall."""
_LOWEST = 1.5
"""Of what is there something is seen, however little it is (in percent of the longest)."""

Words = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row: its label, its figure as it is read, and its length in percent of the longest as SVG writes numbers."""

    label: str
    figure: str
    length: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A table with a bar in each row. ``heading`` and ``unit`` stand above the labels and above the figures."""

    title: Words
    heading: Words
    unit: Words
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A stretch of days with its figure; ``x``, ``y`` and ``height`` are coordinates in the picture."""

    label: str
    figure: str
    x: str
    y: str
    height: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A picture of columns over time. ``id`` is the only one of its kind on the page."""

    id: str
    title: Words
    description: str
    heading: Words
    unit: Words
    columns: tuple[Column, ...]
    """Those in which there is anything."""
    width: int
    """Of the picture; each column has 10 of it. The height is 100."""
    first: str
    last: str
    most: str


def bars(
    title: Words, values: Iterable[tuple[object, int]], *, heading: Words, unit: Words, most: int = MOST_BARS
) -> Bars:
    """Return a bar for each (label, value), the longest first; what is beyond ``most`` is one row together."""
    rows = sorted(((str(label), value) for label, value in values), key=lambda row: (-row[1], row[0]))
    shown = rows if len(rows) <= most else rows[: most - 1]
    if rest := rows[len(shown) :]:
        shown = [*shown, (_("All others (%(number)s)") % {"number": len(rest)}, sum(value for _label, value in rest))]
    longest = max((value for _label, value in shown), default=0)
    return Bars(
        title=title,
        heading=heading,
        unit=unit,
        bars=tuple(
            Bar(label=label, figure=_figure(value), length=f"{_percent(value, longest):.2f}") for label, value in shown
        ),
    )


def days(title: Words, values: Mapping[date, int], *, id: str, heading: Words, unit: Words) -> Days | None:
    """Return a column for each day from the first to the last in which there is anything; None where there is none."""
    known = {day: value for day, value in values.items() if value}
    if not known:
        return None
    first, last = min(known), max(known)
    length = (last - first).days // MOST_COLUMNS + 1
    stretches: dict[int, int] = {}
    for day, value in sorted(known.items()):
        place = (day - first).days // length
        stretches[place] = stretches.get(place, 0) + value
    labels = {place: _stretch(first + timedelta(days=place * length), length, last=last) for place in stretches}
    highest = max(stretches.values())
    number = (last - first).days // length + 1
    peak = next(place for place, value in stretches.items() if value == highest)
    return Days(
        id=id,
        title=title,
        description=_("From %(first)s to %(last)s. The most, %(most)s, on %(when)s.")
        % {"first": _day(first), "last": _day(last), "most": _figure(highest), "when": labels[peak]},
        heading=heading,
        unit=unit,
        columns=tuple(
            _column(place, value, label=labels[place], highest=highest) for place, value in stretches.items()
        ),
        width=10 * max(number, _FEWEST_COLUMNS),
        first=_day(first),
        last=_day(last),
        most=_figure(highest),
    )


def _column(place: int, value: int, *, label: str, highest: int) -> Column:
    height = _percent(value, highest)
    return Column(
        label=label, figure=_figure(value), x=str(10 * place + 1), y=f"{100 - height:.2f}", height=f"{height:.2f}"
    )


def _percent(value: int, longest: int) -> float:
    return max(100 * value / longest, _LOWEST) if value > 0 else 0


def _stretch(first: date, length: int, *, last: date) -> str:
    end = min(first + timedelta(days=length - 1), last)
    return _day(first) if first == end else f"{_day(first)} – {_day(end)}"


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


def _figure(value: int) -> str:
    return number_format(value, force_grouping=True)
