"""What coordinators decide about a report: it counts, or it does not. Deciding the same again changes nothing."""

from django.db import transaction

from ..models.reports import Report
from .running import add, subtract


def count(report: Report) -> None:
    """Count a report that was held, or refused before."""
    _decide(report, Report.State.COUNTED)


def refuse(report: Report) -> None:
    """Count a report no more, or never. It stays, so that the same one does not come again."""
    _decide(report, Report.State.REFUSED)


@transaction.atomic
def _decide(report: Report, state: Report.State) -> None:
    now = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if now.state != state:
        if state == Report.State.COUNTED:
            add(now)
        elif now.state == Report.State.COUNTED:
            subtract(now)
        now.state = state
        now.save(update_fields=["state"])
    report.state = now.state
