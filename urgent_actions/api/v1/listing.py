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
from .questions import Filtered, InLocale, Listed
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
        part = ordered.values_list("card", "language")[asked.offset : asked.offset + asked.limit]
        rows = (served(card, language, asked) for card, language in part)
    meta = {"total_count": base.total, "limit": asked.limit, "offset": asked.offset}
    return respond(request, answer(with_cards(rows, meta=meta), until=base.until, mark=base.mark))


def filtered(asked: Filtered, *, moment: datetime) -> EditionQuerySet:
    """Return the editions in force at ``moment`` that the filters leave, of all sections."""
    found = chosen(Edition.objects.in_force(moment=moment), asked)
    if asked.translation_of:
        found = found.versions_of(asked.translation_of, moment=moment).exclude(publication_id=asked.translation_of)
    return in_locale(found, asked, moment=moment)


def in_locale(editions: EditionQuerySet, asked: InLocale, *, moment: datetime) -> EditionQuerySet:
    """Return those of ``editions`` that are in the language that is asked for, or in the one to fall back on."""
    if not asked.locale:
        return editions
    return editions.in_language(asked.locale, fallback=asked.fallback or "", moment=moment)


def served(text: str, language: str, asked: InLocale) -> str:
    """Return the JSON of one urgent action; where one could come in another language, it says in which it came."""
    if not asked.fallback:
        return text
    said = as_json({"locale_served": language, "is_fallback": language != asked.locale})
    return f"{text[:-1]},{said[1:]}"


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
