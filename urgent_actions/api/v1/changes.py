"""``GET /changes/``: what a reader who keeps copies has to fetch again, and what to throw away."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from django.db.models import CharField, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from ...models.publications import Change, Edition
from ...publishing.ready import as_json
from ..answers import answer, respond
from ..problems import Fault, Refused
from .cursor import Cursor
from .ground import Ground, ground
from .questions import Since
from .schemas import Changes, Problem

router = Router()

# What happened, and to which page: moment, id, kind, language. Of what is done, the generation stands before it.
_Row = tuple[Any, ...]


@router.get(
    "/changes/",
    response={200: Changes, 400: Problem, 410: Problem},
    by_alias=True,
    operation_id="changes",
    summary="Read what changed",
)
def read_changes(request: HttpRequest, asked: Query[Since]) -> HttpResponse:
    """What was published, changed or withdrawn since the cursor; without one, all that is public.

    First comes what was done, in the order in which it was done; then what changed by itself, as at a deadline. Of each
    urgent action the last deed is told, so take `published` and `changed` alike: fetch it. Something may come twice.
    Ask on with `next`, at once while `more` is true. 410: begin anew without a cursor, as after a backup was restored.
    """
    moment = timezone.now()
    base = ground(request, named=asked.site, moment=moment)
    generation = base.mark[0]
    if asked.since is None:
        since = Cursor(generation, moment, listed=0)
    elif (since := asked.since).generation > generation:
        raise Refused(Fault("This cursor is of a state that is no more.", "since"), status=HTTPStatus.GONE)
    read = _listed if since.listed is not None else _happened
    items, then, more = read(since, base, moment=moment, limit=asked.limit)
    if since.listed is None and not items and not more and asked.since:
        # The same place under the same name: whoever asks again asks what has been answered.
        then = asked.since
    text = as_json({"items": [_item(*row) for row in items], "next": str(then), "more": more})
    return respond(request, answer(text, until=base.until, mark=base.mark))


def _listed(since: Cursor, base: Ground, *, moment: datetime, limit: int) -> tuple[Sequence[_Row], Cursor, bool]:
    """Return what is public, by id. What happens meanwhile the cursor, which stays, tells afterwards."""
    public = Edition.objects.in_force(moment=moment).filter(site_id=base.site_id, publication_id__gt=since.listed)
    here = Change.objects.filter(page_id=OuterRef("publication_id"), site_id=base.site_id)
    rows = list(
        public.order_by("publication_id").values_list(
            Coalesce(Subquery(here.values("changed_at")), F("starts_at")),
            "publication_id",
            Value(Change.Kind.PUBLISHED.value, CharField()),
            "language",
        )[: limit + 1]
    )
    more = len(rows) > limit
    return rows[:limit], replace(since, listed=rows[limit - 1][1] if more else None), more


def _happened(since: Cursor, base: Ground, *, moment: datetime, limit: int) -> tuple[Sequence[_Row], Cursor, bool]:
    done = list(
        Change.objects.filter(since.of_generations(), site_id=base.site_id)
        .order_by("generation", "page_id")
        .values_list("generation", "changed_at", "page_id", "kind", "language")[: limit + 1]
    )
    items = [row[1:] for row in done[:limit]]
    if len(done) > limit:
        generation, _, page_id, *_ = done[limit - 1]
        return items, replace(since, generation=generation, page_of_generation=page_id), True
    since = since.with_generations(max([base.mark[0], *(row[0] for row in done)]))
    room = limit - len(items)
    passed = _passed(since, base, moment=moment, limit=room + 1)
    items += passed[:room]
    if len(passed) <= room:
        return items, since.with_moments(moment), False
    at = {"moment": passed[room - 1][0], "page_of_moment": passed[room - 1][1]} if room else {}
    return items, replace(since, **at), True


def _passed(since: Cursor, base: Ground, *, moment: datetime, limit: int) -> Sequence[_Row]:
    """Return what time alone has done: begun the next edition of something, or taken it away."""
    here = Edition.objects.filter(site_id=base.site_id).order_by()
    begun = here.filter(since.of_moments("starts_at"), starts_at__lte=moment)
    gone = here.filter(since.of_moments("ends_at"), ends_at__lte=moment, publication__gone_at=F("ends_at"))
    rows = begun.values_list("starts_at", "publication_id", _kind(Change.Kind.CHANGED), "language").union(
        gone.values_list("ends_at", "publication_id", _kind(Change.Kind.WITHDRAWN), "language"), all=True
    )
    return list(rows.order_by("starts_at", "publication_id")[:limit])


def _kind(kind: Change.Kind) -> Value:
    return Value(kind.value, CharField())


def _item(at: datetime, page_id: int, kind: str, language: str) -> dict[str, Any]:
    told = {"id": page_id, "kind": kind, "locale": language}
    # Of what is gone nothing more is told, not even when.
    return told if kind == Change.Kind.WITHDRAWN else {**told, "changed_at": at.astimezone(UTC).isoformat()}
