"""A place in what happens to the publications: in what is done to them, and in what time does to them.

Written ``57.1781524800000000``: all up to generation 57 is known, and all that changed by itself until that moment,
in microseconds since 1970. In the middle of a long answer the place is more exact: ``57-12.1781524800000000-8`` knows
of generation 57 the pages up to id 12, and of the moment those up to 8. A third number says that the list of all that
is public is being read, and has been up to this id.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Self

from django.db.models import Q

from ...models.publications import END
from ...rules.reference import quoted

PATTERN = r"^([0-9]{1,18})(-[0-9]{1,18})?\.([0-9]{1,18})(-[0-9]{1,18})?(\.[0-9]{1,18})?$"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place up to which a reader knows everything."""

    generation: int
    moment: datetime
    page_of_generation: int | None = None
    page_of_moment: int | None = None
    listed: int | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the place that ``text`` says; raise ValueError for what was never said."""
        parts = re.fullmatch(PATTERN, text)
        if parts is None or int(parts[3]) > (END - _EPOCH) // _MICROSECOND:
            raise ValueError(f"“{quoted(text)}” is no cursor")
        pages = [int(part[1:]) if part else None for part in parts.group(2, 4, 5)]
        return cls(int(parts[1]), _EPOCH + int(parts[3]) * _MICROSECOND, *pages)

    def __str__(self) -> str:
        done = f"{self.generation}{_after('-', self.page_of_generation)}"
        passed = f"{(self.moment - _EPOCH) // _MICROSECOND}{_after('-', self.page_of_moment)}"
        return f"{done}.{passed}{_after('.', self.listed)}"

    def of_generations(self) -> Q:
        """Return what holds for the changes that are not known yet."""
        return _beyond("generation", self.generation, "page_id", self.page_of_generation)

    def of_moments(self, column: str) -> Q:
        """Return what holds for the editions that are not known yet, by the moment in ``column``."""
        return _beyond(column, self.moment, "publication_id", self.page_of_moment)

    def with_generations(self, generation: int) -> Self:
        """Return the place of a reader who knows all up to this generation besides."""
        return replace(self, generation=max(generation, self.generation), page_of_generation=None)

    def with_moments(self, moment: datetime) -> Self:
        """Return the place of a reader who knows all up to this moment besides; clocks of two servers may differ."""
        return replace(self, moment=max(moment, self.moment), page_of_moment=None)


def _after(sign: str, number: int | None) -> str:
    return "" if number is None else f"{sign}{number}"


def _beyond(column: str, value: object, then: str, last: int | None) -> Q:
    beyond = Q(**{f"{column}__gt": value})
    return beyond if last is None else beyond | Q(**{column: value, f"{then}__gt": last})
