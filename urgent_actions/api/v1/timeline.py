"""``GET /{id}/timeline/``: what happened to a case, as far as everybody may know it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from ...lifecycle.history.published import published_history
from ...publishing.ready import as_json
from ...reporting.published import published_reports
from ...rules.history import Event
from ..answers import answer, respond
from ..sites import asked_site
from .missing import no_urgent_action
from .questions import OfSite
from .report_schemas import totals_json
from .schemas import Problem
from .single import Id
from .timeline_schemas import Timeline

router = Router()


@router.get(
    "/{int:id}/timeline/",
    response={200: Timeline, 400: Problem, 404: Problem, 410: Problem},
    by_alias=True,
    operation_id="timeline",
    summary="Read what happened to its case",
)
def read_timeline(request: HttpRequest, id: Id, asked: Query[OfSite]) -> HttpResponse:
    """Issued, updated, translated, extended, stopped, and what came of it for each person. 410: not public any more."""
    moment, site = timezone.now(), asked_site(request, named=asked.site)
    found, reports = published_history(id, moment=moment, site=site), published_reports(id, moment=moment, site=site)
    if found is None or reports is None:
        raise no_urgent_action(request, id, named=asked.site)
    # Not remembered: reports come in without a new publication.
    said = {"items": [_told(event) for event in found], "totals": totals_json(reports)}
    return respond(request, answer(as_json(said)))


def _told(event: Event) -> dict[str, Any]:
    issue, person = event.issue, event.person
    return {
        "kind": event.kind.value,
        "on": event.on.isoformat() if event.on else None,
        "urgent_action": {
            "id": issue.page_id,
            "title": issue.title,
            "ua_number": issue.ua_number,
            "ordinal": issue.ordinal,
            "language": issue.language,
            "url": issue.url,
        },
        "deadline": event.deadline.isoformat() if event.deadline else None,
        "person": {
            "name": person.public_name,
            "outcome": person.outcome.value if person.outcome else None,
            "source": person.outcome_source or None,
            "appeals_contribution": person.appeals_contribution or None,
        }
        if person
        else None,
    }
