"""Withdraws a case from the command line, as the button of the editor does."""

from ...lifecycle.withdraw import WithdrawCase
from ..deciding import DecisionCommand


class Command(DecisionCommand):
    help = (
        "Withdraw a case: delete all its pages for good, in all languages and sections, published or not, and seal "
        "what was stored of it. Try --dry-run first."
    )
    makes = WithdrawCase
    would, did = "Would delete", "Deleted"
    reason_help = "sealed with what was stored of the case"
