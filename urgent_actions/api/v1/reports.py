"""``/{id}/reports/``: what writers say that they sent, and what it adds up to."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from ninja import Body, Query, Router

from ...conf import trusted_proxies
from ...publishing.ready import as_json
from ...reporting.published import published_reports
from ...reporting.refusal import NotTakenAnyMore, NotThere, ReportRefused
from ...reporting.sender import address_of
from ...reporting.take import take, take_opened
from ..answers import answer, respond
from ..problems import Fault, Refused
from ..sites import asked_site
from .bodies import require_json
from .letter_schemas import Closed
from .missing import no_urgent_action, nothing_to_write_from
from .questions import OfSite
from .report_questions import LARGEST_BODY, Key, ToldByPage, ToldByWriter
from .report_schemas import Received, Reports, totals_json
from .schemas import Problem
from .single import Id

router = Router()
MAX_AGE = 60
"""Seconds for which a cache may show totals. They count what was, so an old one asks nobody to write."""

TAKEN = {202: Received, 400: Problem, 404: Problem, 405: Problem, 410: Closed, 413: Problem, 415: Problem}


@router.get(
    "/{int:id}/reports/",
    response={200: Reports, 400: Problem, 404: Problem, 410: Problem},
    by_alias=True,
    operation_id="reports",
    summary="Read what was reported",
    url_name="reports",
)
def read_reports(request: HttpRequest, id: Id, asked: Query[OfSite]) -> HttpResponse:
    """How many letters writers and groups reported, from the number on that the section sets; a zero is never told."""
    found = published_reports(id, moment=timezone.now(), site=asked_site(request, named=asked.site))
    if found is None:
        raise no_urgent_action(request, id, named=asked.site)
    said = {
        "totals": totals_json(found),
        "groups": [{"id": id, "name": name} for id, name in found.groups],
    }
    response = respond(request, answer(as_json(said)))
    response.headers["Cache-Control"] = f"public, max-age={MAX_AGE}"
    del response.headers["Expires"]
    return response


@router.post(
    "/{int:id}/reports/",
    response=TAKEN,
    by_alias=True,
    operation_id="report",
    summary="Report what was sent",
)
@sensitive_variables()
def report(request: HttpRequest, id: Id, asked: Body[ToldByWriter], idempotency_key: Key = None) -> HttpResponse:
    """Say what was sent, without a word of who sent it: no address, no account. The answer is the same to everybody.

    410: reports on it are not taken any more, and why; some days after the last letter could be written they still are.
    """
    require_json(request, largest=LARGEST_BODY)
    key = {"key": idempotency_key} if idempotency_key else {}
    told = asked.told(id, site=asked_site(request, named=asked.site), **key)
    address = address_of(request.META, proxies=trusted_proxies())

    def deed() -> None:
        take(told, proof=asked.proof, address=address, moment=timezone.now())

    return received(deed, request, id, named=asked.site)


@router.post(
    "/{int:id}/opened/",
    response=TAKEN,
    by_alias=True,
    operation_id="opened",
    summary="Say that a letter was opened",
    url_name="opened",
)
@sensitive_variables()
def opened(request: HttpRequest, id: Id, asked: Body[ToldByPage]) -> HttpResponse:
    """Say that a letter was opened in a mail program or as a file. Sections that wish so count it, and by itself.

    The answer is the same to everybody, whether it is counted or not.
    """
    require_json(request, largest=LARGEST_BODY)
    told = asked.told(id, site=asked_site(request, named=asked.site))
    address = address_of(request.META, proxies=trusted_proxies())
    return received(lambda: take_opened(told, address=address, moment=timezone.now()), request, id, named=asked.site)


def received(deed: Callable[[], object], request: HttpRequest, page_id: int, *, named: str | None) -> HttpResponse:
    """Do what takes a report, and return the answer, which never says more; raise Refused if it is not taken."""
    try:
        deed()
    except NotThere:
        raise nothing_to_write_from(request, page_id, named=named) from None
    except NotTakenAnyMore as closed:
        more = {"reason": closed.reason, "latest": closed.latest, "original": None}
        raise Refused(Fault(str(closed)), status=HTTPStatus.GONE, **more) from None
    except ReportRefused as refused:
        raise Refused(Fault(str(refused), refused.parameter)) from None
    response = JsonResponse({"status": "received"}, status=HTTPStatus.ACCEPTED)
    response.headers["Cache-Control"] = "no-store"
    return response
