"""Decisions about a case, beside Wagtail's own actions on a page: ``POST /pages/{id}/actions/stop/`` and the others."""

from datetime import date
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, P, PathEx, Router, Schema
from pydantic import ConfigDict
from wagtail.api.v3.auth import BearerTokenAuth

from ...lifecycle.decision import Decision
from ...lifecycle.extend import ExtendDeadline
from ...lifecycle.issue_update import IssueUpdate
from ...lifecycle.refusal import DecisionRefused
from ...lifecycle.stop import OutcomeOf, ResumeUrgentAction, StopUrgentAction
from ...lifecycle.withdraw import WithdrawCase
from ...models.swap import page_model
from ...urgent_action import Outcome
from ..problems import Fault, problem_response
from ..values import LARGEST_ID

router = Router(auth=BearerTokenAuth(), tags=["urgent actions"])

NO_NULL = r"^[^\x00]*$"
"""Not every database stores a null character, and nobody types one."""

PageId = PathEx[int, P(ge=1, le=LARGEST_ID)]
Reason = Annotated[str, Field(max_length=2000, pattern=NO_NULL)]


class Asked(Schema):
    """What every decision may be asked for; with ``dry_run`` it only says what it would reach."""

    model_config = ConfigDict(extra="forbid")
    dry_run: bool = False


class Reasoned(Asked):
    """A decision with its reason."""

    reason: Reason


class Extended(Reasoned):
    """A new deadline: the last day on which to write, inclusive."""

    deadline: date


class PersonOutcome(Schema):
    """What came of it for one person, by the name that stands on the page."""

    model_config = ConfigDict(extra="forbid")
    name: str
    outcome: Outcome
    on: date | None = None
    source: Annotated[str, Field(max_length=250, pattern=NO_NULL)] = ""
    contribution: Annotated[str, Field(max_length=500, pattern=NO_NULL)] = ""


class Stopped(Reasoned):
    """Why the case is stopped, and what came of it for each person."""

    outcomes: Annotated[list[PersonOutcome], Field(max_length=200)] = []


class Reached(Schema):
    """A page that a decision reaches, with its status before."""

    id: int
    title: str
    language: str
    url: str
    status: str | None


class Decided(Schema):
    """What was done, or with ``dry_run`` would be: the pages, and in words what comes of it."""

    done: bool
    reached: list[Reached]
    effects: list[str]
    drafts: list[int]


def _endpoint(name: str, summary: str) -> Any:
    return router.post(
        f"/{{page_id}}/actions/{name}/",
        response=Decided,
        url_name=f"pages_actions_{name}",
        operation_id=f"pages_actions_{name}",
        summary=summary,
    )


@_endpoint("stop", "Stop a case in all its languages")
def stop(request: HttpRequest, page_id: PageId, asked: Stopped) -> Any:
    """Nobody is asked to write any more, from this second on. 409: it cannot be, and why."""
    outcomes = {each.name: OutcomeOf(**each.dict(exclude={"name"})) for each in asked.outcomes}
    return _decide(StopUrgentAction, request, page_id, asked, reason=asked.reason, outcomes=outcomes)


@_endpoint("resume", "Take back a stop")
def resume(request: HttpRequest, page_id: PageId, asked: Reasoned) -> Any:
    """People are asked to write again, in all languages. 409: it cannot be, and why."""
    return _decide(ResumeUrgentAction, request, page_id, asked, reason=asked.reason)


@_endpoint("extend", "Extend the deadline")
def extend(request: HttpRequest, page_id: PageId, asked: Extended) -> Any:
    """The deadline is a later one in all languages of the section. 409: it cannot be, and why."""
    return _decide(ExtendDeadline, request, page_id, asked, reason=asked.reason, deadline=asked.deadline)


@_endpoint("issue_update", "Begin the next urgent action of a case")
def issue_update(request: HttpRequest, page_id: PageId, asked: Asked) -> Any:
    """Drafts of the next one are made in all languages of the section. 409: it cannot be, and why."""
    return _decide(IssueUpdate, request, page_id, asked)


@_endpoint("withdraw", "Withdraw a case for good")
def withdraw(request: HttpRequest, page_id: PageId, asked: Reasoned) -> Any:
    """All its pages are deleted, in all languages and sections, and what was stored is sealed. 409: why not."""
    return _decide(WithdrawCase, request, page_id, asked, reason=asked.reason)


def _decide(make: type[Decision], request: HttpRequest, page_id: int, asked: Asked, **said: Any) -> Any:
    page = get_object_or_404(page_model(), pk=page_id)
    decision = make(page, user=request.user, **said)
    decision.check()
    try:
        plan = decision.plan()
        decision.require()
        if not asked.dry_run:
            decision.execute()
    except DecisionRefused as refused:
        return _refusal(refused)
    return {
        "done": not asked.dry_run,
        "reached": [
            {"id": each.page_id, "title": each.title, "language": each.language, "url": each.url, "status": each.status}
            for each in plan.reached
        ],
        "effects": plan.effects,
        "drafts": [draft.pk for draft in getattr(decision, "drafts", ())],
    }


def _refusal(refused: DecisionRefused) -> HttpResponse:
    return problem_response(Fault(str(refused), refused.field), status=HTTPStatus.CONFLICT)
