"""``GET /impact/``: what came of the cases, in figures."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from ...models.impact import Scope, impact_of
from ...publishing.ready import as_json
from ...rules.impact import Figures, Number
from ...rules.impact import Impact as Found
from ..answers import answer, respond
from .ground import ground
from .questions import ImpactAsked
from .schemas import Impact, Problem

router = Router()


@router.get(
    "/impact/",
    response={200: Impact, 400: Problem},
    by_alias=True,
    operation_id="impact",
    summary="Count what came of the cases",
)
def tell_impact(request: HttpRequest, asked: Query[ImpactAsked]) -> HttpResponse:
    """How many cases and persons there are in a section, and what came of them. All filters hold together.

    A case is counted once, by its newest urgent action that is public, and each person in it once. `not_known_yet` is
    said of those of whom nobody has told an outcome; `unknown` is an outcome.
    """
    moment = timezone.now()
    base = ground(request, named=asked.site, moment=moment)
    scope = Scope(
        site=base.site_id,
        country=asked.country,
        concern=asked.concern,
        year=asked.year,
        outcome_year=asked.outcome_year,
    )
    text = as_json(_told(impact_of(scope, moment=moment)))
    return respond(request, answer(text, until=base.until, mark=base.mark))


def _told(found: Found) -> dict[str, Any]:
    return {
        **_figures(found.everything),
        "country": _by("value", found.by_country.items()),
        "concern": _by("value", found.by_concern.items()),
        "year": _by("year", found.by_year.items()),
        "happened": [
            {"year": each.year, "urgent_actions": each.urgent_actions, "outcome": _outcomes(each.outcomes)}
            for each in found.happened
        ],
    }


def _by(name: str, rows: Iterable[tuple[object, Figures]]) -> list[dict[str, Any]]:
    return [{name: value, **_figures(figures)} for value, figures in rows]


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "cases": figures.all.cases,
        "persons": figures.all.persons,
        "outcome": _outcomes(figures.outcomes),
    }


def _outcomes(outcomes: Mapping[str, Number]) -> list[dict[str, Any]]:
    return [{"value": each, "cases": number.cases, "persons": number.persons} for each, number in outcomes.items()]
