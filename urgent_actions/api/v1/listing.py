"""``GET /``: the list, filtered, searched and ordered."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from ...models.publications import Edition, EditionQuerySet
from ...publishing.ready import as_json
from ..answers import answer, respond
from ..choosing import chosen
from .ground import ground
from .questions import Filtered, Listed
from .schemas import Problem, UrgentActions

router = Router()


@router.get(
    "/", response={200: UrgentActions, 400: Problem}, by_alias=True, operation_id="list", summary="List urgent actions"
)
def list_urgent_actions(request: HttpRequest, asked: Query[Listed]) -> HttpResponse:
    """The urgent actions of a section that are public now, as cards. All filters hold together."""
    moment = timezone.now()
    found = filtered(asked, moment=moment)
    if asked.q is not None:
        found = found.matching(asked.words)
    base = ground(request, named=asked.site, moment=moment, counted=found)
    rows: Iterable[str] = ()
    if asked.offset < base.total:
        ordered = in_order(found.filter(site_id=base.site_id), asked)
        rows = ordered.values_list("card", flat=True)[asked.offset : asked.offset + asked.limit]
    meta = {"total_count": base.total, "limit": asked.limit, "offset": asked.offset}
    return respond(request, answer(with_cards(rows, meta=meta), until=base.until, mark=base.mark))


def filtered(asked: Filtered, *, moment: datetime) -> EditionQuerySet:
    """Return the editions in force at ``moment`` that the filters leave, of all sections."""
    found = chosen(Edition.objects.in_force(moment=moment), asked)
    return found.filter(language=asked.locale) if asked.locale else found


def in_order(editions: EditionQuerySet, asked: Listed) -> EditionQuerySet:
    """Return ``editions`` in the order that is asked for; what is equal there goes by id, what is unknown goes last."""
    if asked.ordering == "urgency":
        return editions.most_urgent_first(searched_for=asked.words)
    column = F(f"publication__{asked.ordering.removeprefix('-')}")
    if asked.ordering.startswith("-"):
        return editions.order_by(column.desc(nulls_last=True), "-publication_id")
    return editions.order_by(column.asc(nulls_last=True), "publication_id")


def with_cards(cards: Iterable[str], **more: Any) -> str:
    """Return the JSON of an answer with ``items``, which are JSON already, and with ``more`` before them."""
    head = as_json(more)[1:-1]
    return f'{{{head}{"," if head else ""}"items":[{",".join(cards)}]}}'
