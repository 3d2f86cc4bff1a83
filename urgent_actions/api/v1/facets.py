"""``GET /facets/``: what there is to choose from."""

from collections import defaultdict
from typing import Any

from django.db.models import CharField, Count, F, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from ...models.publications import EditionQuerySet, Mark
from ...publishing.ready import as_json
from ..answers import answer, respond
from .ground import ground
from .listing import filtered
from .questions import Filtered
from .schemas import Counts, Problem

router = Router()

OF_MARKS = (Mark.Kind.COUNTRY, Mark.Kind.CONCERN, Mark.Kind.LANGUAGE)
OF_EDITIONS = {"status": "status", "locale": "language"}


@router.get(
    "/facets/",
    response={200: Counts, 400: Problem},
    by_alias=True,
    operation_id="facets",
    summary="Count by status, country, concern, language and locale",
)
def count(request: HttpRequest, asked: Query[Filtered]) -> HttpResponse:
    """How many urgent actions each value of each filter has, among those that all the filters given leave."""
    moment = timezone.now()
    found = filtered(asked, moment=moment)
    base = ground(request, named=asked.site, moment=moment, counted=found)
    counts = _counts(found.filter(site_id=base.site_id)) if base.total else {}
    names = ("status", "country", "concern", "language", "locale")
    text = as_json({"total_count": base.total, **{name: counts.get(name, []) for name in names}})
    return respond(request, answer(text, until=base.until, mark=base.mark))


def _counts(editions: EditionQuerySet) -> dict[str, list[dict[str, object]]]:
    """Return the values of each filter with their numbers, the most frequent first. One query."""
    marks = Mark.objects.filter(kind__in=OF_MARKS, publication__in=editions.order_by().values("publication"))
    of_marks = _numbered(marks, kind=F("kind"), value=F("code"))
    of_editions = [
        _numbered(editions.order_by(), kind=Value(name, CharField()), value=F(column))
        for name, column in OF_EDITIONS.items()
    ]
    counts: dict[str, list[dict[str, object]]] = defaultdict(list)
    for kind, value, number in sorted(of_marks.union(*of_editions, all=True), key=lambda row: (-row[2], row[1])):
        counts[kind].append({"value": value, "count": number})
    return counts


def _numbered(rows: QuerySet[Any, Any], *, kind: Any, value: Any) -> QuerySet[Any, Any]:
    return rows.values_list(kind, value).annotate(number=Count("*"))
