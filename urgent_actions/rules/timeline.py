"""The future of an urgent action, as far as it is known now: at which moments it changes by itself, and into what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from .status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The moments of one published urgent action at which something about it changes. None: never."""

    ordinal: int | None
    expiring_from: datetime | None
    expired_from: datetime | None
    stopped_at: datetime | None
    gone_at: datetime | None

    def is_there(self, moment: datetime) -> bool:
        """Say whether the public can see it at ``moment``."""
        return self.gone_at is None or self.gone_at > moment

    def is_stopped(self, moment: datetime) -> bool:
        """Say whether it has been stopped itself by ``moment``."""
        return self.stopped_at is not None and self.stopped_at <= moment

    def moments(self) -> set[datetime]:
        """Return all moments at which something about it changes."""
        own = (self.expiring_from, self.expired_from, self.stopped_at, self.gone_at)
        return {moment for moment in own if moment is not None}


def status_on(course: Course, *, later: Iterable[Course], moment: datetime) -> Status:
    """Return the status at ``moment``, given the later ones of the case: ``rules.status`` said in moments.

    One table of tests holds both to the same answers.
    """
    there = [each for each in later if each.is_there(moment)]
    if course.is_stopped(moment) or any(each.is_stopped(moment) for each in there):
        return Status.STOPPED
    if there:
        return Status.SUPERSEDED
    if course.expired_from is None or course.expired_from <= moment:
        return Status.EXPIRED
    if course.expiring_from is not None and course.expiring_from <= moment:
        return Status.EXPIRING
    return Status.OPEN


def stretches(
    changes: Iterable[datetime], *, since: datetime, until: datetime | None, end: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """Yield the stretches of time from ``since`` on in which nothing changes: first moment, and first one after it.

    The last one ends at ``until``, or at ``end`` if nothing is known to end it. Nothing, if ``until`` has passed.
    """
    last = until or end
    inner = sorted({moment for moment in changes if since < moment < last})
    edges = [since, *inner, last]
    yield from ((first, after) for first, after in pairwise(edges) if first < after)
