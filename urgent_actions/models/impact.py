"""Outcomes and impact, counted by the database from what is published: drafts and what is hidden are not in it.

What is counted of a case is its newest urgent action, in one language: the version that was made first.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Case, CharField, Count, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import Cast, Coalesce, ExtractYear, Right, RowNumber

from ..rules.impact import FIRST_YEAR, LAST_YEAR, WHATEVER, Impact, impact
from ..rules.impact import Count as Counted
from .publications import Mark, Publication
from .sections import SectionSettings

_PERSONS = "page__persons"
_KINDS = (Mark.Kind.COUNTRY, Mark.Kind.CONCERN)
_ALL = Value(WHATEVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which cases are meant: all that are given hold together. Without a section: those of all of them, each once."""

    site: int | None = None
    country: str | None = None
    concern: str | None = None
    """The slug."""
    year: int | None = None
    """Of the case, by its number."""
    outcome_year: int | None = None
    """Only cases and persons of which an outcome came in this year."""


def impact_of(scope: Scope, *, moment: datetime) -> Impact:
    """Return the figures of the cases that are meant, as they are published at ``moment``. Two queries."""
    there = Publication.objects.filter(Q(gone_at=None) | Q(gone_at__gt=moment))
    there = there.filter(site=scope.site) if scope.site is not None else there
    meant = _meant(there, scope)
    # One condition on persons in one filter: a second one would be about another person of the case.
    came = {f"{_PERSONS}__outcome_on__year": scope.outcome_year} if scope.outcome_year else {}
    cases, happened = meant.filter(**came), meant.filter(**came, **{f"{_PERSONS}__outcome__gt": ""})
    tables = [
        ("all", cases, Value("")),
        *((kind.value, cases.filter(marks__kind=kind), F("marks__code")) for kind in _KINDS),
        ("year", cases, Right("ua_number", 2)),
    ]
    outcome = Coalesce(f"{_PERSONS}__outcome", Value(""))
    counts = [
        *(_counted(name, rows, value, each) for name, rows, value in tables for each in (_ALL, outcome)),
        _counted("happened", happened, _as_text(ExtractYear(f"{_PERSONS}__outcome_on")), outcome),
        _counted("issued", _issued(there, cases), _as_text(_year_of_issue()), _ALL),
    ]
    return impact(Counted(*row) for row in counts[0].union(*counts[1:], all=True))


def _meant(there: QuerySet[Publication], scope: Scope) -> QuerySet[Publication]:
    """Return the newest urgent action of each case in this place, of this subject, of this year."""
    cases = Publication.objects.filter(pk__in=_first_of(there, F("ua_number")))
    for kind, code in ((Mark.Kind.COUNTRY, scope.country), (Mark.Kind.CONCERN, scope.concern)):
        cases = cases.filter(pk__in=Mark.objects.filter(kind=kind, code=code).values("publication")) if code else cases
    if scope.year:
        in_reach = FIRST_YEAR <= scope.year <= LAST_YEAR
        return cases.filter(ua_number__endswith=f"/{scope.year % 100:02d}") if in_reach else cases.none()
    return cases


def _first_of(there: QuerySet[Publication], *same: Any) -> QuerySet[Any, Any]:
    """Return the id of one of those that are the same: of the newest, and of its languages the first."""
    newest = [F("ordinal").desc(nulls_last=True), F("pk").asc()]
    placed = there.annotate(place=Window(RowNumber(), partition_by=[*same], order_by=newest))
    return placed.filter(place=1).values("pk")


def _issued(there: QuerySet[Publication], cases: QuerySet[Publication]) -> QuerySet[Publication]:
    """Return all urgent actions of the cases, each in one language."""
    of_cases = there.filter(ua_number__in=cases.values("ua_number"))
    return Publication.objects.filter(pk__in=_first_of(of_cases, F("ua_number"), F("ordinal")))


def _year_of_issue() -> Any:
    """Return an expression for the year on the document, or in which the section first published it."""
    zones: dict[str, list[int]] = {}
    for site_id, zone in SectionSettings.objects.exclude(time_zone="").values_list("site_id", "time_zone"):
        zones.setdefault(zone, []).append(site_id)
    here = [When(site__in=sites, then=_year(ZoneInfo(zone))) for zone, sites in sorted(zones.items())]
    published = Case(*here, default=_year(ZoneInfo(settings.TIME_ZONE)), output_field=IntegerField())
    return Coalesce(ExtractYear("issued_on"), published)


def _year(zone: ZoneInfo) -> Any:
    return ExtractYear("first_published_at", tzinfo=zone)


def _as_text(year: Any) -> Any:
    return Coalesce(Cast(year, CharField()), Value(""))


def _counted(table: str, rows: QuerySet[Publication], value: Any, outcome: Any) -> QuerySet[Any, Any]:
    """Return table, value, outcome, cases and persons of ``rows``."""
    named = rows.order_by().values_list(Value(table, CharField()), value, outcome)
    return named.annotate(cases=Count("pk", distinct=True), persons=Count(_PERSONS))
