"""Stops a case from the command line, as the button of the editor does."""

from argparse import ArgumentParser
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.management.base import CommandError

from ...lifecycle.decision import Decision
from ...lifecycle.stop import OutcomeOf, StopUrgentAction
from ...urgent_action import Outcome
from ..deciding import DecisionCommand

OUTCOMES = ", ".join(outcome.value for outcome in Outcome)


class Command(DecisionCommand):
    help = (
        "Stop a case in all its languages and sections: nobody is asked to write any more. Run twice, it does nothing."
    )
    would, did = "Would stop", "Stopped"
    reason_help = "published: what came of it, or why writing would do harm"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take an outcome for each person, too, and what the appeals had to do with it."""
        super().add_arguments(parser)
        parser.add_argument(
            "--outcome",
            action="append",
            default=[],
            metavar="NAME=OUTCOME[,DATE[,SOURCE]]",
            help=f"once for each person at risk; one of {OUTCOMES}; the date as 2026-06-14",
        )
        parser.add_argument(
            "--contribution",
            action="append",
            default=[],
            metavar="NAME=SENTENCE",
            help="published: what the appeals contributed, only with what is known; beside an outcome",
        )

    def decision(self, page: Any, options: dict[str, Any]) -> Decision:
        """Return the stop with its outcomes; raise CommandError for one that cannot be read, or is of nobody here."""
        outcomes = dict(map(_outcome, options["outcome"]))
        said = dict(map(_contribution, options["contribution"]))
        names = [person.name for person in page.persons.all()]
        if unknown := [name for name in (*outcomes, *said) if name not in names]:
            raise CommandError(f"“{unknown[0]}” is nobody of this case. These are: {', '.join(names)}.")
        if alone := [name for name in said if name not in outcomes]:
            raise CommandError(f"What the appeals contributed for “{alone[0]}” needs an --outcome.")
        outcomes |= {name: replace(outcomes[name], contribution=sentence) for name, sentence in said.items()}
        return StopUrgentAction(page, reason=options["reason"], outcomes=outcomes)


def _outcome(text: str) -> tuple[str, OutcomeOf]:
    """Return name and outcome of ``Name=released,2026-06-14,her lawyer``; raise CommandError for anything else."""
    name, equals, said = text.partition("=")
    word, _, rest = said.partition(",")
    day, _, source = rest.partition(",")
    if not equals:
        raise CommandError(f"“{text}” is no outcome: write NAME=OUTCOME[,DATE[,SOURCE]].")
    try:
        outcome = Outcome(word.strip())
    except ValueError as error:
        raise CommandError(f"“{word}” is no outcome. These are: {OUTCOMES}.") from error
    try:
        on = date.fromisoformat(day.strip()) if day.strip() else None
    except ValueError as error:
        raise CommandError(f"“{day}” is no date: write it as 2026-06-14.") from error
    return name.strip(), OutcomeOf(outcome=outcome, on=on, source=source.strip())


def _contribution(text: str) -> tuple[str, str]:
    name, equals, sentence = text.partition("=")
    if not equals:
        raise CommandError(f"“{text}” is no contribution: write NAME=SENTENCE.")
    return name.strip(), sentence.strip()
