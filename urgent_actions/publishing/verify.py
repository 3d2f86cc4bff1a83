"""Is what is published what would be built? Asked of the pages alone, without trusting what is stored."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from ..models.publications import Publication
from ..models.swap import page_model
from . import store
from .build import Built, with_record_of
from .editions import editions, will_be_writable
from .families import Families
from .reflect import build


@dataclass(frozen=True, slots=True)
class Wrong:
    """One page of which the public reads something else than it should."""

    page_id: int
    what: str

    def __str__(self) -> str:
        return f"Page {self.page_id}: {self.what}."


MISSING = "it is public, and no publication of it is stored"
EXTRA = "the public may not see it, and a publication of it is stored"


def everything(*, moment: datetime) -> set[int]:
    """Return the pages that are public by the page tree, and those of which a publication is stored."""
    public = page_model()._default_manager.published(moment=moment).order_by().values_list("pk", flat=True)
    return set(public) | set(Publication.objects.values_list("pk", flat=True))


def differences(page_ids: Collection[int], *, moment: datetime) -> Iterator[Wrong]:
    """Yield what is wrong with the publications of these pages. It changes nothing."""
    stored = Publication.objects.in_bulk(list(page_ids))
    fresh = build(page_ids, moment=moment)
    families = _families_by_page_tree(fresh, moment=moment)
    for page_id in sorted({*stored, *fresh}):
        if page_id not in fresh:
            # What has expired is stored until the expiry job has run; no edition of it is in force.
            if not _is_over(stored[page_id], moment):
                yield Wrong(page_id, EXTRA)
        elif page_id not in stored:
            yield Wrong(page_id, MISSING)
    both = {pk: each for pk, each in fresh.items() if pk in stored}
    for page_id, each in both.items():
        if not will_be_writable(each.row, families.of(each.row), moment=moment):
            with_record_of(each.row, stored[page_id])
    lines = store.stored_editions(both, moment=moment)
    marks = store.stored_marks(both)
    for page_id, each in both.items():
        wrong = [
            *_facts_that_differ(each.row, stored[page_id], moment),
            *(["marks"] if marks[page_id] != each.marks else []),
            *(
                ["editions"]
                if lines[page_id] != store.line(editions(each.row, families.of(each.row), moment=moment))
                else []
            ),
        ]
        if wrong:
            yield Wrong(page_id, f"stored is another state of its {', '.join(wrong)}")


def _is_over(row: Publication, moment: datetime) -> bool:
    return row.gone_at is not None and row.gone_at <= moment


def _facts_that_differ(fresh: Publication, stored: Publication, moment: datetime) -> list[str]:
    found = zip(store.FACTS, store.facts(fresh), store.facts(stored), strict=True)
    return [name for name, new, old in found if new != old and name not in _TOLD_BY_EDITIONS]


# What these hold of the past need not be what would be built today; what follows from them is compared.
_TOLD_BY_EDITIONS = {"contents", "keeps_record"}


def _families_by_page_tree(fresh: dict[int, Built], *, moment: datetime) -> Families:
    """Return the families of these, their relatives built anew from the pages as well."""
    pages = page_model()._default_manager.published(moment=moment)
    numbers = {each.row.ua_number for each in fresh.values() if each.row.ua_number}
    keys = {each.row.translation_key for each in fresh.values()}
    akin = set(pages.filter(ua_number__in=numbers).order_by().values_list("pk", flat=True))
    akin |= set(pages.filter(translation_key__in=keys).order_by().values_list("pk", flat=True))
    relatives = build(akin - fresh.keys(), moment=moment) if akin - fresh.keys() else {}
    return Families([each.row for each in (*fresh.values(), *relatives.values())])
