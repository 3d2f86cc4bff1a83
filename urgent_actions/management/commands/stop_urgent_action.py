"""Stops a case from the command line, as the button of the editor does."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from ...lifecycle.decision import Plan
from ...lifecycle.refusal import DecisionRefused
from ...lifecycle.stop import OutcomeOf, StopUrgentAction
from ...models.swap import page_model
from ...urgent_action import Outcome

OUTCOMES = ", ".join(outcome.value for outcome in Outcome)


class Command(BaseCommand):
    help = (
        "Stop a case in all its languages and sections: nobody is asked to write any more. Run twice, it does nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the page, the reason, an outcome for each person, and whether only to say what would be done."""
        parser.add_argument("page", type=int, help="id of a page of the case, in any language")
        parser.add_argument("--reason", required=True, help="published: what came of it, or why writing would do harm")
        parser.add_argument(
            "--outcome",
            action="append",
            default=[],
            metavar="NAME=OUTCOME[,DATE[,SOURCE]]",
            help=f"once for each person at risk; one of {OUTCOMES}; the date as 2026-06-14",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Stop the case and print what was reached; raise CommandError (exit code 1) where nothing was done."""
        page = page_model()._default_manager.filter(pk=options["page"]).first()
        if page is None:
            raise CommandError(f"There is no urgent action with the id {options['page']}.")
        outcomes = dict(map(_outcome, options["outcome"]))
        names = [person.name for person in page.persons.all()]
        if unknown := [name for name in outcomes if name not in names]:
            raise CommandError(f"“{unknown[0]}” is nobody of this case. These are: {', '.join(names)}.")
        decision = StopUrgentAction(page, reason=options["reason"], outcomes=outcomes)
        try:
            plan = decision.plan()
            decision.require()
            if not options["dry_run"]:
                decision.execute()
        except DecisionRefused as refused:
            raise CommandError(str(refused)) from refused
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        self._tell(plan, begins="Would stop" if options["dry_run"] else "Stopped")

    def _tell(self, plan: Plan, *, begins: str) -> None:
        for each in plan.reached:
            self.stdout.write(f"{begins} {each.page_id} ({each.language}): {each.url}")


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
