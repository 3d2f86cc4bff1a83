"""Who is related: the urgent actions of one case in one language and section, and the versions in other languages."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Self

from django.db.models import Q

from ..models.publications import Publication
from .editions import Family

_UNREAD = ("head", "words")


def relatives_of(rows: Iterable[Publication], *, leaving_out: Collection[int] = ()) -> list[Publication]:
    """Return the stored publications that show one of ``rows`` as a card, or are shown by it."""
    rows = list(rows)
    numbers = {row.ua_number for row in rows if row.ua_number}
    keys = {row.translation_key for row in rows}
    if not rows:
        return []
    akin = Publication.objects.filter(Q(ua_number__in=numbers) | Q(translation_key__in=keys))
    cases, found = {_case(row) for row in rows}, akin.exclude(pk__in=leaving_out).defer(*_UNREAD)
    return [row for row in found if row.translation_key in keys or _case(row) in cases]


class Families:
    """Publications by their relations; what is missing of a family is fetched once, when the whole is made.

    ``without``: what is stored of these is over.
    """

    def __init__(self, rows: Iterable[Publication], *, without: Collection[int] = (), complete: bool = False) -> None:
        self._rows = {row.pk: row for row in rows}
        if not complete:
            for row in relatives_of(self._rows.values(), leaving_out={*self._rows, *without}):
                self._rows[row.pk] = row
        self._cases: dict[object, list[Publication]] = defaultdict(list)
        self._versions: dict[object, list[Publication]] = defaultdict(list)
        for row in sorted(self._rows.values(), key=lambda each: (each.ordinal or 0, each.pk)):
            self._cases[_case(row)].append(row)
            self._versions[row.translation_key].append(row)

    def of(self, row: Publication) -> Family:
        """Return the family of ``row``; without a number, a case has nobody in it."""
        versions = [each for each in self._versions[row.translation_key] if each.pk != row.pk]
        return Family(case=self._cases[_case(row)] if row.ua_number else [], translations=versions)

    def row(self, page_id: int) -> Publication:
        """Return the newest state of the publication of this page."""
        return self._rows[page_id]

    def with_rows(self, rows: Iterable[Publication]) -> Self:
        """Return the same families with newer states of some publications."""
        return type(self)({**self._rows, **{row.pk: row for row in rows}}.values(), complete=True)


def _case(row: Publication) -> tuple[str, int, str]:
    return (row.ua_number, row.site_id, row.language)
