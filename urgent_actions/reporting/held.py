"""What coordinators decide about a report: it counts, or it does not. Deciding the same again changes nothing.

Each says whether it changed anything, so that of two who decide the same only one is told of in the audit log.
"""

from django.db import transaction

from ..models.reports import Report
from .running import add, subtract


def count(report: Report) -> bool:
    """Count a report that was held, or refused before."""
    return _decide(report, Report.State.COUNTED)


def refuse(report: Report) -> bool:
    """Count a report no more, or never. It stays, so that the same one does not come again."""
    return _decide(report, Report.State.REFUSED)


@transaction.atomic
def _decide(report: Report, state: Report.State) -> bool:
    now = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    is_new = now.state != state
    if is_new:
        if state == Report.State.COUNTED:
            add(now)
        elif now.state == Report.State.COUNTED:
            subtract(now)
        now.state = state
        now.save(update_fields=["state"])
    report.state = now.state
    return is_new
