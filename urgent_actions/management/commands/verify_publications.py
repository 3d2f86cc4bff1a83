"""Says which publications differ from what would be built from the pages."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ...publishing.later import in_batches
from ...publishing.verify import differences, everything


class Command(BaseCommand):
    help = "Say which publications differ from what would be built from the pages. Changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each difference; raise CommandError (exit code 1) if there is any."""
        moment = timezone.now()
        waiting = everything(moment=moment)
        found = 0
        for batch in in_batches(waiting):
            for wrong in differences(batch, moment=moment):
                found += 1
                self.stdout.write(str(wrong))
        if found:
            raise CommandError(f"{found} of {len(waiting)} differ. Run rebuild_publications.")
        self.stdout.write(f"All {len(waiting)} are what they should be.")
