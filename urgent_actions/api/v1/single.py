"""``GET /{id}/`` and ``GET /{id}/chain/``: one urgent action, and its case as seen from it. One query each."""

from http import HTTPStatus
from typing import Any

from django.db.models import Subquery
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import P, PathEx, Query, Router

from ...models.publications import Edition, Publication
from ...publishing.ready import Ready
from ...rules.chain import chain
from ..answers import Answer, answer, respond
from ..problems import Fault, Refused
from ..sites import asked_site
from ..values import LARGEST_ID
from .documents import documents
from .ground import with_mark
from .listing import in_locale, served
from .missing import no_urgent_action
from .questions import InLocale, OfSite
from .schemas import Case, Problem, UrgentAction, UrgentActionServed

router = Router()

Id = PathEx[int, P(ge=1, le=LARGEST_ID, description="Id of the page, the same in all APIs.")]
REFUSALS = {400: Problem, 404: Problem, 410: Problem}


@router.get(
    "/{int:id}/",
    response={200: UrgentAction | UrgentActionServed, **REFUSALS},
    by_alias=True,
    operation_id="read",
    summary="Read one",
)
def read_urgent_action(request: HttpRequest, id: Id, asked: Query[InLocale]) -> HttpResponse:
    """The whole urgent action, or its version in another language. 410: it was public, and is not any more."""
    if asked.locale:
        return _version(request, id, asked)
    in_force = Edition.objects.in_force(moment=timezone.now())
    here = in_force.filter(publication_id=id, site=asked_site(request, named=asked.site))
    row = (
        with_mark(here)
        .values_list("generation", "nonce", "ends_at", "etag", "detail", "detail_gzip", "detail_brotli")
        .first()
    )
    if row is None:
        raise no_urgent_action(request, id, named=asked.site)
    generation, nonce, until, etag, detail, gzip, brotli = row
    body = Ready(plain=detail.encode(), gzip=bytes(gzip), brotli=bytes(brotli))
    return respond(request, Answer(body, etag, until, (generation, nonce)))


def _version(request: HttpRequest, page_id: int, asked: InLocale) -> HttpResponse:
    moment = timezone.now()
    here = Edition.objects.in_force(moment=moment).filter(site=asked_site(request, named=asked.site))
    found = in_locale(here.versions_of(page_id, moment=moment), asked, moment=moment)
    row = with_mark(found).values_list("generation", "nonce", "ends_at", "detail", "language").first()
    if row is None:
        if here.filter(publication_id=page_id).exists():
            raise Refused(Fault("There is no such urgent action in this language."), status=HTTPStatus.NOT_FOUND)
        raise no_urgent_action(request, page_id, named=asked.site)
    generation, nonce, until, detail, language = row
    text = served(detail, language, asked)
    return respond(request, answer(text, until=until, mark=(generation, nonce)))


@router.get(
    "/{int:id}/chain/", response={200: Case, **REFUSALS}, by_alias=True, operation_id="chain", summary="Read its case"
)
def read_chain(request: HttpRequest, id: Id, asked: Query[OfSite]) -> HttpResponse:
    """The urgent actions of the case in this language and section, latest first, as cards."""
    site = asked_site(request, named=asked.site)
    itself = Publication.objects.filter(pk=id, site=site)
    # Without a number it is a case by itself. Two questions put together are faster than one with an "or" in it.
    same_case = Publication.objects.filter(
        ua_number=Subquery(itself.exclude(ua_number="").values("ua_number")),
        language=Subquery(itself.values("language")),
        site=site,
    )
    ids = itself.values("pk").union(same_case.values("pk"))
    case = Edition.objects.in_force(moment=timezone.now()).filter(publication__in=ids)
    found = documents(case)
    here = next((document for document in found.items if document.id == id), None) if found else None
    if found is None or here is None:
        raise no_urgent_action(request, id, named=asked.site)
    seen = chain(reversed(found.items), ordinal=here.ordinal)
    neighbours: dict[str, Any] = {"previous": seen.previous, "next": seen.next, "latest": seen.latest}
    return respond(request, found.as_answer(**{name: each.id if each else None for name, each in neighbours.items()}))
