"""Extends a deadline from the command line, as the button of the editor does."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from ...lifecycle.decision import Decision
from ...lifecycle.extend import ExtendDeadline
from ..deciding import DecisionCommand


class Command(DecisionCommand):
    help = "Extend the deadline of a case in all languages of the section of a page."
    would, did = "Would extend", "Extended"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the new deadline, too."""
        super().add_arguments(parser)
        parser.add_argument(
            "--deadline",
            required=True,
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="last day on which to write, inclusive, as 2026-06-14",
        )

    def decision(self, page: Any, options: dict[str, Any]) -> Decision:
        """Return the extension to that day."""
        return ExtendDeadline(page, reason=options["reason"], deadline=options["deadline"])
