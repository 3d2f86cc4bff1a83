"""Remove the drafts that were kept for a preview on a front end and that no token opens any more."""

from typing import Any

from django.core.management.base import BaseCommand

from urgent_actions.models.previews import remove_expired


class Command(BaseCommand):
    help = "Remove drafts that were kept for a preview on a front end, and whose tokens are over."

    def handle(self, *args: Any, **options: Any) -> None:
        """Remove them, and say how many; each new preview removes some too, so this is for when nobody previews."""
        self.stdout.write(f"Removed previews: {remove_expired()}")
