"""The days of grace in which a closed urgent action still takes reports: when they end, its page loses a form.

Reckoned on the safe side: what only might have lost it is written once more, and found to say the same.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, Min, OuterRef

from ...models.publications import END, Publication
from ...models.sections import section_roots


def graces_over(*, since: datetime, moment: datetime) -> list[int]:
    """Return the ids of those whose days of grace ended after ``since``, up to ``moment``."""
    found: set[int] = set()
    for site_id, grace in _graces():
        closed = {"gt": since - grace, "lte": moment - grace}
        here = Publication.objects.filter(site=site_id)
        newer = here.filter(
            **_between("first_published_at", closed),
            ua_number=OuterRef("ua_number"),
            language=OuterRef("language"),
            ordinal__gt=OuterRef("ordinal"),
        )
        found.update(here.filter(**_between("expired_from", closed)).values_list("pk", flat=True))
        found.update(here.filter(Exists(newer)).values_list("pk", flat=True))
    return sorted(found)


def next_grace_over(*, moment: datetime) -> datetime:
    """Return when the next days of grace end after ``moment``."""
    ends = [END]
    for site_id, grace in _graces():
        for name in ("expired_from", "first_published_at"):
            later = Publication.objects.filter(site=site_id, **_between(name, {"gt": moment - grace}))
            first = later.aggregate(first=Min(name))["first"]
            ends += [first + grace] if first and first < END - grace else []
    return min(ends)


def _graces() -> Iterator[tuple[int, timedelta]]:
    yield from {root.site_id: timedelta(days=root.section.grace_days) for root in section_roots()}.items()


def _between(name: str, limits: dict[str, datetime]) -> dict[str, datetime]:
    return {f"{name}__{limit}": moment for limit, moment in limits.items()}
