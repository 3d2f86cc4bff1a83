"""What reports add up to: apart by how we know of them, and never in one sum (DOMAIN rule 9)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Max, Min, Sum

from ..models.reports import ReportTotal
from ..rules.reports import TOLD, Provenance


@dataclass(slots=True)
class Tally:
    """The letters of one provenance: all of them, and so many to each target, by each channel, and so on."""

    reports: int = 0
    quantity: int = 0
    by_target: Counter[str] = field(default_factory=Counter)
    by_channel: Counter[str] = field(default_factory=Counter)
    by_country: Counter[str] = field(default_factory=Counter)
    """The country is empty where writers did not say."""
    by_language: Counter[str] = field(default_factory=Counter)
    by_day: Counter[date] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Totals:
    """What was counted about one urgent action; a provenance without letters is left out."""

    by_provenance: Mapping[Provenance, Tally]


def totals_of(translation_key: UUID) -> Totals:
    """Return what was counted about one urgent action in all languages, sections and days. One query."""
    rows = ReportTotal.objects.filter(translation_key=translation_key, reports__gt=0).order_by("day", "pk")
    found: dict[Provenance, Tally] = {}
    for row in rows.iterator():
        tally = found.setdefault(Provenance(row.provenance), Tally())
        tally.reports += row.reports
        tally.quantity += row.quantity
        tally.by_target[row.target_id] += row.quantity
        tally.by_channel[row.channel] += row.quantity
        tally.by_country[row.country] += row.quantity
        tally.by_language[row.language] += row.quantity
        tally.by_day[row.day] += row.quantity
    return Totals({each: found[each] for each in Provenance if each in found})


def public_totals(translation_key: UUID, *, totals_from: int) -> Mapping[Provenance, int] | None:
    """Return how many letters the public may know of, by provenance; None where there are none to show. One query.

    A provenance is shown once its own number reaches ``totals_from``: a small one discourages, and might say who wrote.
    What was only opened is never shown, since nobody knows that it was sent.
    """
    rows = ReportTotal.objects.filter(translation_key=translation_key, provenance__in=[each.value for each in TOLD])
    summed = dict(rows.values_list("provenance").annotate(letters=Sum("quantity")))
    return {each: summed[each] for each in TOLD if summed.get(each, 0) >= max(totals_from, 1)} or None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTo:
    """The letters of one provenance to one target, with the first and the last day on which they were told of."""

    provenance: Provenance
    quantity: int
    first: date
    last: date


def told_to(target_id: str, translation_key: UUID, *, site_id: int) -> list[ToldTo]:
    """Return what one section was told of letters to one target, each provenance by itself. One query."""
    counted = ReportTotal.objects.filter(
        translation_key=translation_key,
        site=site_id,
        target_id=target_id,
        provenance__in=[each.value for each in TOLD],
        quantity__gt=0,
    )
    rows = counted.order_by().values("provenance").annotate(letters=Sum("quantity"), first=Min("day"), last=Max("day"))
    by_provenance = {row["provenance"]: row for row in rows}
    return [
        ToldTo(provenance=each, quantity=row["letters"], first=row["first"], last=row["last"])
        for each in TOLD
        if (row := by_provenance.get(each.value))
    ]
