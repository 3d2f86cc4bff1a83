"""Builds what is published anew from the pages."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ...publishing.later import in_batches
from ...publishing.reflect import reflect
from ...publishing.verify import everything


class Command(BaseCommand):
    help = "Build what is published anew from the pages. Safe to run at any time, and twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the option to go on where an earlier run was stopped."""
        parser.add_argument("--after", type=int, default=0, metavar="ID", help="go on after the page with this id")

    def handle(self, *args: Any, after: int, **options: Any) -> None:
        """Rebuild, batch by batch, saying after each how far it is; what was done stays done if it is stopped."""
        waiting = {pk for pk in everything(moment=timezone.now()) if pk > after}
        done = wrong = 0
        for batch in in_batches(waiting):
            found = reflect(batch, moment=timezone.now(), keep_records=True)
            done += len(batch)
            wrong += len(found.published) + len(found.changed) + len(found.withdrawn)
            self.stdout.write(f"{done} of {len(waiting)} done; to go on from here: --after {max(batch)}")
        self.stdout.write(f"{wrong} were not what they should be, and are now.")
