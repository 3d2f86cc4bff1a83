"""Builds the totals anew from the reports, while reports go on coming in."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Sum

from ..models.reports import DIMENSIONS, Report, ReportTotal

BATCH = 200

Dimensions = tuple[Any, ...]


def urgent_actions_with_reports(*, after: UUID | None = None) -> Iterator[UUID]:
    """Yield the urgent actions that have reports or totals, in the order of their keys, from behind ``after`` on."""
    while batch := _batch(after):
        yield from batch
        after = batch[-1]


@transaction.atomic
def rebuild(translation_key: UUID) -> int:
    """Build the totals of one urgent action anew; return how many were wrong.

    The rows are there and locked before the reports are added up: a report that comes in meanwhile waits, and is then
    added to what is right. So all the work is done by the database, however many reports there are.
    """
    rows = ReportTotal.objects.filter(translation_key=translation_key)
    there = set(rows.values_list(*DIMENSIONS))
    for missing in sorted(counted(translation_key).keys() - there, key=str):
        ReportTotal.objects.get_or_create(**dict(zip(DIMENSIONS, missing, strict=True)))
    locked = list(rows.select_for_update(of=("self",)).order_by("pk"))
    true = counted(translation_key)
    wrong = [row for row in locked if (row.reports, row.quantity) != true.get(_of(row), (0, 0))]
    for row in wrong:
        row.reports, row.quantity = true.get(_of(row), (0, 0))
        row.save(update_fields=["reports", "quantity"])
    return len(wrong)


def counted(translation_key: UUID) -> Mapping[Dimensions, tuple[int, int]]:
    """Return how many reports and letters the reports of one urgent action say there are, by all their dimensions."""
    reports = Report.objects.filter(translation_key=translation_key, state=Report.State.COUNTED)
    rows = reports.values_list(*DIMENSIONS).annotate(number=Count("pk"), letters=Sum("quantity")).order_by()
    return {row[: len(DIMENSIONS)]: row[len(DIMENSIONS) :] for row in rows}


def _batch(after: UUID | None) -> list[UUID]:
    newer = {"translation_key__gt": after} if after else {}
    both = (model.objects.filter(**newer).order_by().values_list("translation_key") for model in (Report, ReportTotal))
    reports, totals = both
    return [key for (key,) in reports.union(totals).order_by("translation_key")[:BATCH]]


def _of(row: ReportTotal) -> Dimensions:
    return tuple(row.dimensions().values())
