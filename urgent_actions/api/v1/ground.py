"""What an answer stands on: the state of all that is public, the section asked, and until when nothing changes.

The mark of the state is read in the statement that reads the data, or before it, and never after: an answer that is
remembered under a mark cannot be older than that (ADR 0016).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    CharField,
    Count,
    ExpressionWrapper,
    F,
    IntegerField,
    Min,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from wagtail.models import Site

from ...models.publications import END, Edition, EditionQuerySet, Generation
from ..problems import Fault, Refused
from ..sites import asked_site

NO_SITE = Fault("There is no such site, or more than one: then name the port, too.", "site")

# Read as text, like the mark that the memory asks for: a UUID on the one database, its digits on the other.
_NONCE: CharField[Any, Any] = CharField()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What one answer stands on: without a site ``site_id`` is 0; ``total`` is the number of what was counted."""

    mark: tuple[Any, ...]
    site_id: int
    until: datetime
    total: int = 0


def ground(
    request: HttpRequest, *, named: str | None, moment: datetime, counted: EditionQuerySet | None = None
) -> Ground:
    """Return what an answer about the section that is asked stands on, in one query; raise Refused if there is none.

    ``named``: see ``asked_site``. ``counted`` are editions in force, whose number in this section comes with it.
    Nothing in a list of this section changes by itself before ``until``.
    """
    site = asked_site(request, named=named)
    in_force = Edition.objects.in_force(moment=moment).filter(site=site)
    row = (
        Generation.objects.filter(pk=1)
        .annotate(
            mark=ExpressionWrapper(F("nonce"), _NONCE),
            site=site,
            until=_sole(in_force, Min("ends_at")),
            total=Value(0) if counted is None else Coalesce(_sole(counted.filter(site=site), Count("*")), 0),
        )
        .values_list("value", "mark", "site", "until", "total")
        .first()
    )
    # Before the first publication there is no such row.
    value, nonce, site_id, until, total = row or (0, None, _site_id(site), None, 0)
    if named and not site_id:
        raise Refused(NO_SITE)
    return Ground(mark=(value, nonce), site_id=site_id or 0, until=until or END, total=total)


def with_mark(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Return ``rows`` with the mark of the state in which they are read in ``generation`` and ``nonce`` of each."""
    return rows.annotate(
        generation=RawSQL("(SELECT value FROM urgent_actions_generation WHERE id = 1)", [], IntegerField()),
        nonce=RawSQL("(SELECT nonce FROM urgent_actions_generation WHERE id = 1)", [], _NONCE),
    )


def _sole(rows: QuerySet[Any, Any], aggregate: Any) -> Subquery:
    everything = rows.order_by().annotate(_everything=Value(1)).values("_everything")
    return Subquery(everything.annotate(_sole=aggregate).values("_sole"))


def _site_id(site: RawSQL) -> int | None:
    return Site.objects.filter(pk=site).values_list("pk", flat=True).first()
