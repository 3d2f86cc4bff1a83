"""What is due: the urgent actions that deeds or time have changed since a place in what happens to them."""

from dataclasses import dataclass
from datetime import datetime

from ...models.publications import Change, Edition
from .hosts import Host


@dataclass(frozen=True, slots=True)
class Due:
    """Ids in the order in which they are to be written, and names of the hosts whose lists show something of it."""

    ids: list[int]
    hosts: list[str]


def due(*, generation: int, since: datetime, moment: datetime, hosts: list[Host]) -> Due:
    """Return what was done after ``generation``, and what time did from ``since`` to ``moment``.

    First what is gone, then what was there before, then what is new.
    """
    deeds = list(Change.objects.filter(generation__gt=generation).values_list("page_id", "site_id", "kind"))
    done = {page_id for page_id, _, _ in deeds}
    ended = Edition.objects.filter(ends_at__gt=since, ends_at__lte=moment)
    passed = dict(ended.values_list("publication_id", "site_id"))
    there = set(
        Edition.objects.in_force(moment=moment)
        .values_list("publication_id", flat=True)
        .filter(publication_id__in=[*done, *passed])
    )
    new = {page_id for page_id, _, kind in deeds if kind == Change.Kind.PUBLISHED}
    sites = {*passed.values(), *(site_id for _, site_id, _ in deeds)}
    touched = [host for host in hosts if host.owner in sites]
    ids = sorted({*done, *passed}, key=lambda page_id: (page_id in there, page_id in new, page_id))
    return Due(ids, [host.name for host in touched])
