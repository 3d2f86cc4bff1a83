"""Reports: what letter writers say they sent, until when it is taken, and how much of it at once."""

from datetime import datetime, timedelta
from enum import StrEnum

from .status import Status


class Provenance(StrEnum):
    """How we know of letters. What is known in different ways is never added up (DOMAIN rule 9)."""

    SELF_REPORTED = "self_reported"
    """A writer says so."""
    GROUP = "group"
    """A group of the section says so, for all of its writers."""
    OFFLINE = "offline"
    """The section itself has counted: sheets at a stand, cards in a box."""
    OPENED = "opened"
    """A letter was opened in a mail program or as a file. Nobody knows whether it was sent."""


TOLD = (Provenance.SELF_REPORTED, Provenance.GROUP, Provenance.OFFLINE)
"""Those in which somebody says that letters were sent."""
MOST_AT_ONCE = {
    Provenance.SELF_REPORTED: 50,
    Provenance.GROUP: 2000,
    Provenance.OFFLINE: 100_000,
    Provenance.OPENED: 1,
}
_IN_GRACE = frozenset({Status.EXPIRED, Status.SUPERSEDED})


def takes_reports(status: Status, *, since: datetime | None, moment: datetime, grace_days: int) -> bool:
    """Say whether reports are taken at ``moment``.

    ``since``: the moment from which nobody wrote any more. While letters are asked for it does not matter; afterwards
    the answer without it is no, since nobody knows how long ago that was.
    """
    if status in (Status.OPEN, Status.EXPIRING):
        return True
    return status in _IN_GRACE and since is not None and moment < since + timedelta(days=grace_days)


def is_fit(quantity: int, *, provenance: Provenance) -> bool:
    """Say whether one report may speak of so many letters."""
    return 1 <= quantity <= MOST_AT_ONCE[provenance]
