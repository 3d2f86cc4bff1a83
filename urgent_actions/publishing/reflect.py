"""The one deed: make what is published the mirror of the pages again."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from ..models.publications import Generation, Publication
from ..models.sections import fresh_section_roots
from ..models.swap import page_model
from ..models.versions import translations
from ..models.visible import is_visible
from . import store
from .build import Built, built, with_record_of
from .editions import editions, will_be_writable
from .families import Families, relatives_of
from .generation import hold
from .store import Difference


def reflect(
    page_ids: Collection[int], *, moment: datetime, loaded: Iterable[Any] = (), keep_records: bool = False
) -> Difference:
    """Build, change or remove the publications of these pages and of their relatives; return what changed.

    Safe to run twice: what is right already is not written. ``loaded`` are pages at hand that say what the database
    says, to spare their queries. ``keep_records``: the pages themselves have not been published anew, so one that is
    closed keeps the contacts with which it closed.
    """
    if not page_ids:
        return Difference()
    # Without a savepoint of its own: whoever saves takes all of it back, or nothing.
    with transaction.atomic(savepoint=False):
        held = hold()
        before = Publication.objects.in_bulk(list(page_ids))
        fresh = build(page_ids, moment=moment, loaded=loaded)
        return _settle(before, fresh, without=page_ids, held=held, moment=moment, keep_records=keep_records)


def take_down(rows: Iterable[Publication], *, moment: datetime) -> Difference:
    """Remove these publications, whether their rows are there still or gone with their pages; return what changed."""
    before = {row.pk: row for row in rows}
    if not before:
        return Difference()
    with transaction.atomic(savepoint=False):
        held = hold()
        return _settle(before, {}, without=before.keys(), held=held, moment=moment, keep_records=False)


def build(page_ids: Collection[int], *, moment: datetime, loaded: Iterable[Any] = ()) -> dict[int, Built]:
    """Return what is to be published of these pages, by id: of those that the public may see, and of no other."""
    roots = fresh_section_roots()
    at_hand = {page.pk: page for page in loaded}
    if set(page_ids) - at_hand.keys():
        public = page_model()._default_manager.published(moment=moment)
        pages = list(public.filter(pk__in=page_ids).with_everything())
    else:
        pages = [at_hand[pk] for pk in page_ids if is_visible(at_hand[pk], moment=moment)]
    of_versions = translations(pages)
    found = ((page.pk, built(page, roots=roots, moment=moment, translation=of_versions.get(page.pk))) for page in pages)
    return {pk: each for pk, each in found if each is not None}


def _settle(
    before: Mapping[int, Publication],
    fresh: dict[int, Built],
    *,
    without: Collection[int],
    held: Generation,
    moment: datetime,
    keep_records: bool,
) -> Difference:
    rows = [each.row for each in fresh.values()]
    relatives, theirs = relatives_of([*before.values(), *rows], leaving_out=without)
    families = Families([*rows, *relatives, *theirs])
    if keep_records:
        for row in rows:
            if row.pk in before and not will_be_writable(row, families.of(row), moment=moment):
                with_record_of(row, before[row.pk])
    reopened = _reopened(relatives, families, moment=moment)
    families = families.with_rows(each.row for each in reopened.values())
    shown = [families.row(row.pk) for row in (*rows, *relatives)]
    return store.write(
        fresh={**fresh, **reopened},
        before={**before, **{row.pk: row for row in relatives}},
        made={row.pk: editions(row, families.of(row), moment=moment) for row in shown},
        gone=before.keys() - fresh.keys(),
        held=held,
        moment=moment,
    )


def _reopened(relatives: Iterable[Publication], families: Families, *, moment: datetime) -> dict[int, Built]:
    """Return anew those that kept the contacts of their end, and can be written from again."""
    again = {row.pk for row in relatives if row.keeps_record and will_be_writable(row, families.of(row), moment=moment)}
    return build(again, moment=moment) if again else {}
