"""The running totals: what is counted is added, and never read first, so that no writer overwrites another one."""

from django.db.models import F

from ..models.reports import Report, ReportTotal


def add(report: Report) -> None:
    """Add a report to its total, in the transaction that counts it."""
    if not _change(report, by=1):
        # Whoever creates the row at the same moment is waited for, and then the row is theirs.
        ReportTotal.objects.get_or_create(**report.dimensions())
        _change(report, by=1)


def subtract(report: Report) -> None:
    """Take a report out of its total, in the transaction that counts it no more."""
    _change(report, by=-1)


def _change(report: Report, *, by: int) -> int:
    row = ReportTotal.objects.filter(**report.dimensions())
    return row.update(reports=F("reports") + by, quantity=F("quantity") + by * report.quantity)
