"""How many letters were reported on which day, apart by how we know of them."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Sum

from ..models.reports import ReportTotal
from ..rules.reports import TOLD, Provenance


def letters_by_day(keys: Collection[UUID]) -> Mapping[Provenance, Mapping[date, int]]:
    """Return the letters that were told of, of these urgent actions in all languages and sections together. One query.

    A provenance without letters is left out, and so is a day. What was only opened is nobody's word.
    """
    rows = ReportTotal.objects.filter(
        translation_key__in=keys, quantity__gt=0, provenance__in=[each.value for each in TOLD]
    )
    found: dict[Provenance, dict[date, int]] = {}
    for provenance, day, letters in rows.values_list("provenance", "day").annotate(Sum("quantity")).order_by("day"):
        found.setdefault(Provenance(provenance), {})[day] = letters
    return {each: found[each] for each in TOLD if each in found}
