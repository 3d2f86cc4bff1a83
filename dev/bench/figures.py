"""What comes of the rounds: ratios, their median and spread, the table, and which rows miss their aim. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Round:
    """What was done each second on either side, in two measurements with nothing between them."""

    ours: float
    baseline: float


class Measure(Enum):
    """What a ratio is of. Rounds hold rates in any case."""

    SPEED = "≥"
    TIME = "≤"


@dataclass(frozen=True, slots=True)
class Aim:
    """How the ratio to the baseline has to come out; ``ratio`` is None where it is only told."""

    measure: Measure
    ratio: float | None

    def of(self, one: Round) -> float:
        """Return the ratio of a round: of the rates for a speed, of their inverses for a time."""
        return one.ours / one.baseline if self.measure is Measure.SPEED else one.baseline / one.ours

    def holds(self, ratio: float) -> bool:
        """Say whether ``ratio`` is good enough."""
        if self.ratio is None:
            return True
        return ratio >= self.ratio if self.measure is Measure.SPEED else ratio <= self.ratio

    def __str__(self) -> str:
        return "–" if self.ratio is None else f"{self.measure.value} {self.ratio:g}×"


def speed(ratio: float | None) -> Aim:
    """Return the aim to be at least so many times as fast."""
    return Aim(Measure.SPEED, ratio)


def time(ratio: float | None) -> Aim:
    """Return the aim to take at most so many times as long."""
    return Aim(Measure.TIME, ratio)


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison. ``rounds`` go through many addresses, ``hot`` ask for one again and again.

    ``missing`` says why there is nothing to compare; then a round may still hold the rate of one side, beside a zero.
    """

    name: str
    what: str
    documents: str
    aim: Aim
    rounds: Sequence[Round] = ()
    hot: Sequence[Round] = ()
    missing: str = ""

    @property
    def ratio(self) -> float | None:
        """Return the ratio that counts, the median of the rounds, or None if it was not measured."""
        return None if self.missing or not self.rounds else median(map(self.aim.of, self.rounds))

    @property
    def holds(self) -> bool:
        """Say whether the aim is reached; what was not measured has not reached it."""
        return self.ratio is not None and self.aim.holds(self.ratio)


HEAD = ("what", "documents", "aim", "ratio", "middle half", "one address", "ours", "baseline", "")


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table."""
    return "\n".join([_line(HEAD), _line(("---",) * len(HEAD)), *map(line, rows)])


def line(row: Row) -> str:
    """Return a row as a line of that table."""
    known = row.ratio is not None
    return _line(
        (
            f"{row.name}: {row.what}",
            row.documents,
            str(row.aim),
            _ratio([row.aim.of(each) for each in row.rounds]) if known else "–",
            _middle_half([row.aim.of(each) for each in row.rounds]) if known else "–",
            _ratio([row.aim.of(each) for each in row.hot]) if known else "–",
            _rate([each.ours for each in row.rounds]),
            _rate([each.baseline for each in row.rounds]),
            "not measured" if not known else "" if row.aim.ratio is None else "ok" if row.holds else "MISSED",
        )
    )


def missed(rows: Iterable[Row]) -> str:
    """Return a sentence for each row that misses its aim or was not measured; empty if all hold."""
    return "\n".join(
        f"{row.name} at {row.documents}: not measured: {row.missing or 'no rounds'}."
        if row.ratio is None
        else f"{row.name} at {row.documents}: {_ratio([row.ratio])}, the aim is {row.aim}."
        for row in rows
        if not row.holds
    )


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _ratio(ratios: Sequence[float]) -> str:
    return f"{median(ratios):.2f}×" if ratios else "–"


def _middle_half(ratios: Sequence[float]) -> str:
    """Return between what the half of the ratios lies that is nearest to their median."""
    if len(ratios) < 2:
        return "–"
    lower, _, upper = quantiles(ratios, n=4, method="inclusive")
    return f"{lower:.2f} – {upper:.2f}"


def _rate(rates: Iterable[float]) -> str:
    """Return the median of the rates; zero stands for a side that is not there."""
    known = [rate for rate in rates if rate]
    if not known:
        return "–"
    middle = median(known)
    return f"{middle:,.0f}/s" if middle >= 100 else f"{middle:.1f}/s"
