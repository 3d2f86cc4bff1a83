"""Extend: people may write longer, in every language of the section."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .decision import Decision
from .facts import write
from .refusal import DecisionRefused

EXTENDED = "urgent_actions.extend"

IS_STOPPED = gettext_noop("This case is stopped: nobody must write any more, so there is nothing to extend.")
DEADLINE_MISSING = gettext_noop("Say until when people may write.")
NOT_LATER = gettext_noop("The deadline is %(present)s already: choose a later day.")
IN_THE_PAST = gettext_noop("%(day)s has passed: choose today or a later day.")
TOO_LATE = gettext_noop("At most until %(last)s: this section extends a deadline to at most %(days)s days from today.")


class ExtendDeadline(Decision):
    """Extends the deadline of the newest urgent action of a case, in every language of its section at once.

    ``deadline``: the last day on which to write, inclusive. The section sets how far ahead it may lie.
    """

    action_name = "extend"
    log_name = EXTENDED

    def __init__(self, page: Any, *, deadline: date | None = None, **common: Any) -> None:
        super().__init__(page, **common)
        self.deadline = deadline
        self._before: dict[int, date | None] = {}

    def chosen(self) -> list[Any]:
        """Return the pages of this section; raise DecisionRefused if the case is stopped."""
        pages = self.live_versions_here()
        if any(page.is_stopped(self.moment) for page in pages):
            raise DecisionRefused(IS_STOPPED)
        return pages

    def require(self) -> None:
        """Raise DecisionRefused without a reason, or if the day is not later, or too late for the section."""
        super().require()
        if self.deadline is None:
            raise DecisionRefused(DEADLINE_MISSING, field="deadline")
        section = self.instance.section()
        today = section.today(self.moment)
        if self.deadline < today:
            raise DecisionRefused(IN_THE_PAST, field="deadline", day=self.deadline)
        present = max((page.deadline for page in self.chosen() if page.deadline), default=None)
        if present is not None and self.deadline <= present:
            raise DecisionRefused(NOT_LATER, field="deadline", present=present)
        last = today + timedelta(days=section.longest_extension_days)
        if self.deadline > last:
            raise DecisionRefused(TOO_LATE, field="deadline", last=last, days=section.longest_extension_days)

    def decide(self, page: Any) -> None:
        """Extend one page."""
        self._before[page.pk] = page.deadline
        write(page, self._extend, user=self.user)

    def effects(self) -> list[str]:
        """Return in the reader's language what comes of it."""
        return [
            _("People are asked to write, and get letters, until the new deadline."),
            _("Where the deadline has passed, letters are handed out again."),
            self.effect_on_surfaces(),
        ]

    def log_data_of(self, page: Any) -> dict[str, Any]:
        """Return the reason, and the deadline before and after."""
        before = self._before[page.pk]
        days = {"before": before, "deadline": self.deadline}
        return {**super().log_data_of(page), **{name: day and day.isoformat() for name, day in days.items()}}

    def _extend(self, page: Any) -> None:
        page.deadline = self.deadline
