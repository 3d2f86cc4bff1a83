"""Begins the next urgent action of a case from the command line, as the button of the editor does."""

from typing import Any

from ...lifecycle.decision import Decision
from ...lifecycle.issue_update import IssueUpdate
from ..deciding import DecisionCommand


class Command(DecisionCommand):
    help = "Make drafts of the next urgent action of a case, beside the present one in all languages of the section."
    would, did = "Would make the draft that follows", "Made the draft that follows"
    has_reason = False

    def decision(self, page: Any, options: dict[str, Any]) -> Decision:
        """Return the update, which needs no reason."""
        return IssueUpdate(page)
