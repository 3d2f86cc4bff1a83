"""Days as documents write them, in every language that we read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from ..words import languages, pattern_of
from ..words.folding import fold

FIRST_YEAR, LAST_YEAR = 1961, 2099


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day that stands at ``text[start:end]``; ``year`` is None where the text has none.

    ``ambiguous``: day and month are both numbers of a month, and nothing says which comes first.
    """

    day: int
    month: int
    year: int | None
    start: int
    end: int
    ambiguous: bool = False

    @property
    def known(self) -> date | None:
        """The day, or None where it has no year, is ambiguous, or does not exist."""
        if self.year is None or self.ambiguous:
            return None
        return _date(self.year, self.month, self.day)

    def after(self, day: date) -> date | None:
        """Return the first such day on or after ``day``, for one without a year."""
        found = (_date(year, self.month, self.day) for year in (day.year, day.year + 1))
        return next((each for each in found if each and each >= day), None)


def dates_in(text: str, *, language: str = "en") -> list[FoundDate]:
    """Return the days in ``text``, in order. ``language`` tells what comes first in 3/4/2020, if anything does."""
    folded = fold(text)
    if not any(char.isdigit() for char in folded):
        return []
    found = [*_written(folded), *_numeric(folded, language)]
    return sorted(found, key=lambda each: each.start)


def months_in(text: str) -> list[tuple[int, int]]:
    """Return where in ``text`` a month with its year stands and no day, with the word before it: “im Mai 2020”."""
    if not text[-2:].isdigit():
        return []
    return [match.span() for match in _month_and_year().finditer(fold(text))]


def is_date(text: str) -> bool:
    """Say whether a line is nothing but a day with a year, perhaps with the day of the week."""
    folded = fold(text).strip(" .,")
    if len(folded) > 45:
        return False
    found = dates_in(text)
    if not found or found[0].year is None:
        return False
    rest = fold(text[: found[0].start] + text[found[0].end :]).strip(" .,:")
    return rest == "" or rest in _weekdays()


def _written(folded: str) -> Iterator[FoundDate]:
    for match in _patterns().finditer(folded):
        name = match["month"] or match["month2"]
        day = match["day"] or match["day2"]
        year = match["year"] or match["year2"]
        if 1 <= int(day) <= 31:
            yield FoundDate(int(day), _months()[name], int(year) if year else None, match.start(), match.end())


_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[.-]\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


def _numeric(folded: str, language: str) -> Iterator[FoundDate]:
    for match in _ISO.finditer(folded):
        if _date(int(match[1]), int(match[2]), int(match[3])):
            yield FoundDate(int(match[3]), int(match[2]), int(match[1]), match.start(), match.end())
    for match in _NUMERIC.finditer(folded):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year = year if year > 99 else year + (2000 if year < 61 else 1900)
        if first > 12 >= second >= 1:
            day, month, ambiguous = first, second, False
        elif second > 12 >= first >= 1:
            day, month, ambiguous = second, first, False
        else:
            # English is written on both sides of the Atlantic; with dots, and in other languages, the day comes first.
            day, month = first, second
            ambiguous = match[2] != "." and language == "en" and first != second
        if 1 <= month <= 12 and 1 <= day <= 31 and FIRST_YEAR <= year <= LAST_YEAR:
            yield FoundDate(day, month, year, match.start(), match.end(), ambiguous)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


@cache
def _months() -> Mapping[str, int]:
    found = {"sept": 9}
    for language in languages():
        names = Locale.parse(language).months["format"]
        for width in ("abbreviated", "wide"):
            found.update({fold(name).strip("."): number for number, name in names[width].items()})
    return found


@cache
def _month_and_year() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)(?:im|in|en|au)\s)?{pattern_of(_months()).pattern}\s(?:19|20)\d\d(?!\d)")


@cache
def _weekdays() -> frozenset[str]:
    found = {
        fold(name).strip(".")
        for language in languages()
        for width in ("abbreviated", "wide")
        for name in Locale.parse(language).days["format"][width].values()
    }
    return frozenset(found)


@cache
def _patterns() -> re.Pattern[str]:
    month = pattern_of(_months()).pattern
    year = r"(?:19[6-9]\d|20\d\d)(?!\d)"
    ordinal = r"(?:st|nd|rd|th|er|º|°|\.)?"
    return re.compile(
        rf"(?<![\d/.])(?P<day>\d{{1,2}}){ordinal}\s*(?:de\s+|of\s+)?(?P<month>{month})\.?(?:,?\s*(?:de\s+|del\s+)?(?P<year>{year}))?"
        rf"|(?P<month2>{month})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.:]\d)(?:,?\s*(?P<year2>{year}))?"
    )
