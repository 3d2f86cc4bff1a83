"""What the public may know of reports on an urgent action, and the groups that can be named in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from ..models.publications import Edition
from ..models.reports import ReportingGroup
from ..models.sections import SectionSettings
from ..rules.reports import Provenance
from ..rules.status import TOTALS_FROM
from .tally import public_totals

MOST_GROUPS = 500
"""Of one section, by name. A longer list nobody finds their group in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Totals by provenance, empty where none may be told; and the groups, by id and name."""

    totals: Mapping[Provenance, int]
    groups: Sequence[tuple[int, str]]


def published_reports(page_id: int, *, moment: datetime, site: Any = None) -> Published | None:
    """Return what may be told about a page at ``moment``; None where nothing of it is published.

    ``site``: the section that it has to be in (an id or an expression). Three queries, however many reports there are.
    """
    in_force = Edition.objects.in_force(moment=moment).filter(publication_id=page_id)
    own = SectionSettings.objects.filter(site=OuterRef("site_id")).values("totals_from")
    row = (
        (in_force if site is None else in_force.filter(site=site))
        .annotate(totals_from=Subquery(own))
        .values_list("publication__translation_key", "site_id", "totals_from")
        .first()
    )
    if row is None:
        return None
    translation_key, site_id, totals_from = row
    totals = public_totals(translation_key, totals_from=TOTALS_FROM if totals_from is None else totals_from)
    return Published(totals=totals or {}, groups=groups_of(site_id))


def groups_of(site: Any) -> list[tuple[int, str]]:
    """Return id and name of the groups of a section (an id or an expression) that can be named. One query."""
    return list(ReportingGroup.objects.filter(site=site, is_open=True).values_list("pk", "name")[:MOST_GROUPS])
