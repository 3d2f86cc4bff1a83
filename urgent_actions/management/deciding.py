"""What the commands have in common that decide about a case, as the buttons of the editor do."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from ..lifecycle.decision import Decision, Plan
from ..lifecycle.refusal import DecisionRefused
from ..models.swap import page_model


class DecisionCommand(BaseCommand):
    """Takes one decision about the case of a page, or with ``--dry-run`` says what it would do."""

    makes: type[Decision]
    would: str
    did: str
    has_reason = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the page, the reason, and whether only to say what would be done."""
        parser.add_argument("page", type=int, help="id of a page of the case, in any language")
        if self.has_reason:
            parser.add_argument("--reason", required=True, help=self.reason_help)
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")

    reason_help = "kept in the history of the page"

    def handle(self, *args: Any, **options: Any) -> None:
        """Decide, and print what was reached; raise CommandError (exit code 1) where nothing was done."""
        page = page_model()._default_manager.filter(pk=options["page"]).first()
        if page is None:
            raise CommandError(f"There is no urgent action with the id {options['page']}.")
        decision = self.decision(page, options)
        try:
            plan = decision.plan()
            decision.require()
            if not options["dry_run"]:
                decision.execute()
        except DecisionRefused as refused:
            raise CommandError(str(refused)) from refused
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        self._tell(plan, dry_run=options["dry_run"])

    def decision(self, page: Any, options: dict[str, Any]) -> Decision:
        """Return the decision that the options ask for; raise CommandError if they cannot be read."""
        return self.makes(page, reason=options["reason"])

    def _tell(self, plan: Plan, *, dry_run: bool) -> None:
        for each in plan.reached:
            self.stdout.write(f"{self.would if dry_run else self.did} {each.page_id} ({each.language}): {each.url}")
        if dry_run:
            for effect in plan.effects:
                self.stdout.write(f"- {effect}")
