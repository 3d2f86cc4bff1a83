"""Writing: only what differs, in bulk, with a note of what changed."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ..models.publications import Change, Edition, Generation, Mark, Publication
from .build import Built, Marks
from .generation import advance

Place = tuple[int, str]
"""Section and language of a publication."""
FACTS = [field.attname for field in Publication._meta.concrete_fields if not field.primary_key]


@dataclass(slots=True)
class Difference:
    """What a reflection changed in what the public reads, as ids of pages."""

    published: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    withdrawn: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.published or self.changed or self.withdrawn)


def write(
    *,
    fresh: Mapping[int, Built],
    before: Mapping[int, Publication],
    made: Mapping[int, Sequence[Edition]],
    gone: Collection[int],
    held: Generation,
    moment: datetime,
) -> Difference:
    """Store publications and editions that differ from what is stored, and remove those that are gone."""
    rows = [each.row for pk, each in fresh.items() if pk not in before or facts(each.row) != facts(before[pk])]
    stale = {pk for pk, now in stored_editions(made.keys(), moment=moment).items() if now != line(made[pk])}
    new = set(fresh.keys() - before.keys())
    found = Difference(published=new, changed=stale - new, withdrawn=set(gone))
    places = {pk: (row.site_id, row.language) for pk, row in before.items()}
    left = {pk: places[pk] for pk in before.keys() & fresh.keys() if before[pk].site_id != fresh[pk].row.site_id}
    if gone:
        Publication.objects.filter(pk__in=gone).delete()
    if rows:
        Publication.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["page"], update_fields=[*FACTS], batch_size=200
        )
    remarked = _write_marks(fresh, new=new)
    if stale - new:
        Edition.objects.filter(publication_id__in=stale - new).delete()
    if stale:
        Edition.objects.bulk_create([edition for pk in stale for edition in made[pk]], batch_size=200)
    if gone or rows or stale or remarked:
        places |= {
            edition.publication_id: (edition.site_id, edition.language) for line in made.values() for edition in line
        }
        note(found, places=places, left=left, generation=advance(held), moment=moment)
    return found


def facts(row: Publication) -> tuple[object, ...]:
    """Return all that a publication says, to compare it."""
    return tuple(getattr(row, name) for name in FACTS)


def stored_editions(page_ids: Collection[int], *, moment: datetime) -> dict[int, list[tuple[object, ...]]]:
    """Return what is stored from ``moment`` on, for each page: ends, statuses, places and names of the editions."""
    found: dict[int, list[tuple[object, ...]]] = {pk: [] for pk in page_ids}
    stored = Edition.objects.filter(publication_id__in=page_ids, ends_at__gt=moment).order_by("starts_at")
    for page_id, *line in stored.values_list("publication_id", *_COMPARED):
        found[page_id].append(tuple(line))
    return found


_COMPARED = ("ends_at", "site_id", "language", "status", "urgency", "etag")


def line(editions: Sequence[Edition]) -> list[tuple[object, ...]]:
    """Return of editions what ``stored_editions`` returns of the stored ones."""
    return [tuple(getattr(edition, name) for name in _COMPARED) for edition in editions]


def note(
    found: Difference, *, places: Mapping[int, Place], left: Mapping[int, Place], generation: int, moment: datetime
) -> None:
    """Note of each page the last thing that happened to what the public reads of it, also in the section it left."""
    done = [
        *((Change.Kind.PUBLISHED, pk, places[pk]) for pk in sorted(found.published | left.keys())),
        *((Change.Kind.CHANGED, pk, places[pk]) for pk in sorted(found.changed - left.keys())),
        *((Change.Kind.WITHDRAWN, pk, places[pk]) for pk in sorted(found.withdrawn)),
        *((Change.Kind.WITHDRAWN, pk, place) for pk, place in sorted(left.items())),
    ]
    Change.objects.bulk_create(
        [
            Change(page_id=pk, site_id=site_id, language=language, kind=kind, generation=generation, changed_at=moment)
            for kind, pk, (site_id, language) in done
        ],
        update_conflicts=True,
        unique_fields=["page_id", "site_id"],
        update_fields=["language", "kind", "generation", "changed_at"],
    )


def stored_marks(page_ids: Collection[int]) -> dict[int, Marks]:
    """Return the marks that are stored, for each page."""
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for page_id, kind, code in Mark.objects.filter(publication_id__in=page_ids).values_list(
        "publication_id", "kind", "code"
    ):
        found[page_id].add((kind, code))
    return {pk: frozenset(found[pk]) for pk in page_ids}


def _write_marks(fresh: Mapping[int, Built], *, new: Collection[int]) -> bool:
    old = fresh.keys() - new
    stored = stored_marks(old) if old else {}
    stale = [pk for pk, each in fresh.items() if each.marks != stored.get(pk)]
    if not stale:
        return False
    if old:
        Mark.objects.filter(publication_id__in=old.intersection(stale)).delete()
    Mark.objects.bulk_create(
        [Mark(publication_id=pk, kind=kind, code=code) for pk in stale for kind, code in sorted(fresh[pk].marks)],
        batch_size=500,
    )
    return True
