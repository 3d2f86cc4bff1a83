"""Builds the totals of reports anew from the reports."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand

from ...reporting.rebuild import BATCH, rebuild, urgent_actions_with_reports


class Command(BaseCommand):
    help = "Build the totals of reports anew from the reports. Safe to run at any time, and twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the option to go on where an earlier run was stopped."""
        parser.add_argument("--after", type=UUID, metavar="KEY", help="go on after this urgent action")

    def handle(self, *args: Any, after: UUID | None, **options: Any) -> None:
        """Rebuild one urgent action after the other, saying now and then how far it is; what was done stays done."""
        done = wrong = 0
        for key in urgent_actions_with_reports(after=after):
            wrong += rebuild(key)
            done += 1
            if done % BATCH == 0:
                self.stdout.write(f"{done} urgent actions done; to go on from here: --after {key}")
        self.stdout.write(f"{done} urgent actions done: {wrong} totals were not what they should be, and are now.")
