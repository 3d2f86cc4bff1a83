"""The safety gate: what an urgent action is at a moment, and what may leave the system then (DOMAIN rule 1)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

FARTHEST_DEADLINE = date(9999, 12, 1)
"""A calendar ends; a deadline beyond it ends with it."""
GRACE_DAYS, TOTALS_FROM, FLOOD_LIMIT = 14, 10, 500
"""What a section that has set nothing does with reports."""

LONGEST_EXTENSION_DAYS = 90
"""From today on, where a section sets nothing else."""


class Status(StrEnum):
    """State of an urgent action at a moment. Derived, never stored."""

    OPEN = "open"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    STOPPED = "stopped"


def status_named(name: str) -> Status | None:
    """Return the status of this name, or None if there is none."""
    return next((each for each in Status if each.value == name), None)


class Contacts(StrEnum):
    """How the contacts of targets are shown: for use, as a record of what was, or not at all."""

    FOR_USE = "for_use"
    AS_RECORD = "as_record"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Allowance:
    """What may be shown and handed out in one status."""

    appeal_text: bool
    contacts: Contacts
    letters: bool


ALLOWANCES = {
    Status.OPEN: Allowance(appeal_text=True, contacts=Contacts.FOR_USE, letters=True),
    Status.EXPIRING: Allowance(appeal_text=True, contacts=Contacts.FOR_USE, letters=True),
    Status.EXPIRED: Allowance(appeal_text=True, contacts=Contacts.AS_RECORD, letters=False),
    Status.SUPERSEDED: Allowance(appeal_text=True, contacts=Contacts.AS_RECORD, letters=False),
    Status.STOPPED: Allowance(appeal_text=False, contacts=Contacts.WITHHELD, letters=False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What the rules need to know of a section: where its days begin, when the last days begin, which country it is.

    And what it does with reports: for how long it takes them, from which number on it shows them, when it holds them,
    whether it counts opened letters.
    """

    time_zone: ZoneInfo
    expiring_days: int
    country: str = ""
    report_url: str = ""
    longest_extension_days: int = LONGEST_EXTENSION_DAYS
    grace_days: int = GRACE_DAYS
    totals_from: int = TOTALS_FROM
    flood_limit: int = FLOOD_LIMIT
    count_opened: bool = False

    def today(self, moment: datetime) -> date:
        """Return the calendar day of the section at ``moment`` (an aware datetime)."""
        if moment.tzinfo is None:
            raise ValueError("The moment needs a time zone: a day begins at different times around the world.")
        return moment.astimezone(self.time_zone).date()

    def last_days(self, deadline: date) -> tuple[datetime, datetime]:
        """Return the moments from which this deadline counts as expiring, and from which it has passed."""
        last = min(deadline, FARTHEST_DEADLINE)
        return self._begins(last - timedelta(days=self.expiring_days)), self._begins(last + timedelta(days=1))

    def _begins(self, day: date) -> datetime:
        return datetime.combine(day, time.min, tzinfo=self.time_zone)

    def last_days_until(self, moment: datetime) -> date:
        """Return the last deadline that counts as expiring at ``moment``."""
        return self.today(moment) + timedelta(days=self.expiring_days)


def status(
    *,
    deadline: date | None,
    stopped_at: datetime | None,
    superseded: bool,
    moment: datetime,
    section: Section,
    case_stopped: bool = False,
) -> Status:
    """Return the status at ``moment``.

    ``case_stopped``: a later urgent action of the case is stopped, so nobody must write in this case from any of them.
    The deadline is inclusive and ends at midnight in the section's time zone. A stop weighs more than a newer urgent
    action, and that more than the deadline. Without a deadline the answer is expired: when in doubt nobody writes.
    ``models.querysets`` says the same in SQL; one table of tests holds both to it.
    """
    if case_stopped or (stopped_at is not None and stopped_at <= moment):
        return Status.STOPPED
    if superseded:
        return Status.SUPERSEDED
    if deadline is None or deadline < section.today(moment):
        return Status.EXPIRED
    if deadline <= section.last_days_until(moment):
        return Status.EXPIRING
    return Status.OPEN
