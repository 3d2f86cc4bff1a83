"""What a coordinator does with reports, as the audit log keeps it: who, when, and nothing of a writer."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from ...models import Report
from ...reporting.held import count, refuse

COUNTED = "urgent_actions.report.count"
REFUSED = "urgent_actions.report.refuse"
ENTERED = "urgent_actions.report.enter"
DECIDED = (COUNTED, REFUSED, ENTERED)

VERDICTS: dict[str, tuple[Callable[[Report], bool], str]] = {
    "count": (count, COUNTED),
    "refuse": (refuse, REFUSED),
}


def decide_each(verdict: str, reports: Iterable[Report], *, user: Any) -> int:
    """Count or refuse each of the reports, and log it; return how many that changed."""
    decide, action = VERDICTS[verdict]
    changed = 0
    for report in reports:
        with transaction.atomic():
            if decide(report):
                log(report, action, user=user)
                changed += 1
    return changed
