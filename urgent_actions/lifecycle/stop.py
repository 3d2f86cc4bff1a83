"""Stop: nobody writes any more, in no language, from this moment on. And to take that back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from ..models.decided import taking_back
from ..urgent_action import Outcome
from .decision import Decision
from .facts import write
from .refusal import DecisionRefused

STOPPED, RESUMED = "urgent_actions.stop", "urgent_actions.resume"

OUTCOME_MISSING = gettext_noop("What came of it for %(person)s? If nobody knows, say so.")
ALREADY_STOPPED = gettext_noop("This case is stopped already, in all its languages.")
NOT_STOPPED = gettext_noop("This case is not stopped.")
NOBODY_HERE = gettext_noop("“%(person)s” is nobody of this case.")
LATER_THAN_TODAY = gettext_noop("The outcome for %(person)s lies in the future.")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeOf:
    """What came of it for one person, when, who says so, and what the appeals had to do with it."""

    outcome: Outcome
    on: date | None = None
    source: str = ""
    contribution: str = ""


class StopUrgentAction(Decision):
    """Stops the case of a page: its newest urgent action in every language and section; the earlier ones follow it.

    ``outcomes`` has one for each person at risk, by name as it stands on the page; a person who has one already may
    be left out. ``execute`` raises NotReadyToPublish if the words of the stop must not be read by the public.
    """

    action_name = "stop"
    log_name = STOPPED

    def __init__(self, page: Any, *, outcomes: Mapping[str, OutcomeOf] | None = None, **common: Any) -> None:
        super().__init__(page, **common)
        self.outcomes = dict(outcomes or {})

    def chosen(self) -> list[Any]:
        """Return the pages that are not stopped yet; raise DecisionRefused if all are."""
        pages = [page for page in self.live_versions() if not page.is_stopped(self.moment)]
        if not pages:
            raise DecisionRefused(ALREADY_STOPPED)
        return pages

    def require(self) -> None:
        """Raise DecisionRefused without a reason, or if what came of it for somebody is not said, or cannot be yet.

        Also where it is said of nobody here: a name may have been written otherwise.
        """
        super().require()
        persons = list(self.instance.persons.all())
        for name in self.outcomes.keys() - {person.name for person in persons}:
            raise DecisionRefused(NOBODY_HERE, field="outcomes", person=name)
        for person in persons:
            said = self.outcomes.get(person.name)
            if said is None and not person.outcome:
                raise DecisionRefused(OUTCOME_MISSING, field="outcomes", person=person.name)
            if said and said.on and said.on > self.instance.today(self.moment):
                raise DecisionRefused(LATER_THAN_TODAY, field="outcomes", person=person.name)

    def decide(self, page: Any) -> None:
        """Stop one page."""
        write(page, self._stop, user=self.user)

    def effects(self) -> list[str]:
        """Return in the reader's language what comes of it."""
        return [
            _("Letters, mail links and files to print are handed out no more, from the very second."),
            _("The pages show the reason and the outcomes, and neither letter nor contacts."),
            _("The earlier urgent actions of the case are stopped with it."),
            self.effect_on_surfaces(),
        ]

    def _stop(self, page: Any) -> None:
        page.stopped_at, page.stop_reason = self.moment, self.reason
        persons = list(page.persons.all())
        for person, said in zip(persons, self._said_of(persons), strict=True):
            if said is not None:
                person.outcome, person.outcome_on, person.outcome_source = said.outcome.value, said.on, said.source
                person.appeals_contribution = said.contribution
        page.persons = persons

    def _said_of(self, persons: list[Any]) -> list[OutcomeOf | None]:
        """Return what is said of each of ``persons``: by name, or by place where a translation writes all otherwise."""
        if any(person.name in self.outcomes for person in persons):
            return [self.outcomes.get(person.name) for person in persons]
        known = [self.outcomes.get(person.name) for person in self.instance.persons.all()]
        return known if len(known) == len(persons) else [None] * len(persons)


class ResumeUrgentAction(Decision):
    """Takes a stop back, in every language and section: a decision of its own, with its own reason.

    The outcomes stay as they are: an editor changes what was not true. After the deadline nobody is asked to write all
    the same. ``execute`` raises NotReadyToPublish if what is asked is not ready, as without any target.
    """

    action_name = "resume"
    log_name = RESUMED

    def chosen(self) -> list[Any]:
        """Return the pages that are stopped; raise DecisionRefused if none is."""
        pages = [page for page in self.live_versions() if page.stopped_at is not None]
        if not pages:
            raise DecisionRefused(NOT_STOPPED)
        return pages

    def decide(self, page: Any) -> None:
        """Ask to write from one page again."""
        with taking_back():
            write(page, _resume, user=self.user)

    def effects(self) -> list[str]:
        """Return in the reader's language what comes of it."""
        return [
            _("Until the deadline people are asked to write again, and get letters again."),
            self.effect_on_surfaces(),
        ]


def _resume(page: Any) -> None:
    page.stopped_at, page.stop_reason = None, ""
