"""Who is related: the urgent actions of one case in one language and section, and the versions in other languages."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Self

from django.db.models import Q

from ..models.publications import Publication
from .editions import Family

_UNREAD = ("head", "words")


def relatives_of(
    rows: Iterable[Publication], *, leaving_out: Collection[int] = ()
) -> tuple[list[Publication], list[Publication]]:
    """Return the stored publications that show one of ``rows`` as a card, or are shown by it, and their relatives."""
    rows = list(rows)
    found = {row.pk: row for row in _akin(_numbers(rows), _keys(rows), leaving_out)}
    near = _related(found.values(), rows)
    # As a rule the translations of a case have its number, so there is nobody more.
    more = _akin(_numbers(near) - _numbers(rows), _keys(near) - _keys(rows), {*leaving_out, *found})
    found |= {row.pk: row for row in more}
    known = {row.pk for row in near}
    return near, _related((row for pk, row in found.items() if pk not in known), near)


def _numbers(rows: Iterable[Publication]) -> set[str]:
    return {row.ua_number for row in rows if row.ua_number}


def _keys(rows: Iterable[Publication]) -> set[object]:
    return {row.translation_key for row in rows}


def _akin(numbers: set[str], keys: set[object], leaving_out: Collection[int]) -> Iterable[Publication]:
    if not numbers and not keys:
        return []
    akin = Publication.objects.filter(Q(ua_number__in=numbers) | Q(translation_key__in=keys))
    return akin.exclude(pk__in=leaving_out).defer(*_UNREAD)


def _related(found: Iterable[Publication], rows: Sequence[Publication]) -> list[Publication]:
    keys, cases = _keys(rows), {_case(row) for row in rows if row.ua_number}
    return [row for row in found if row.translation_key in keys or _case(row) in cases]


class Families:
    """Publications by their relations."""

    def __init__(self, rows: Iterable[Publication]) -> None:
        self._rows = {row.pk: row for row in rows}
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
        return type(self)({**self._rows, **{row.pk: row for row in rows}}.values())


def _case(row: Publication) -> tuple[str, int, str]:
    return (row.ua_number, row.site_id, row.language)
