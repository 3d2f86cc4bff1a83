"""The urgent action that a report is about, as the public reads it now, and whether reports on it are taken."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Min, Q

from ..models.publications import Edition, Publication
from ..rules.reports import takes_reports
from ..rules.status import Section, Status
from .in_force import InForce, in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFrom:
    """A published version of an urgent action."""

    page_id: int
    translation_key: UUID
    site_id: int
    language: str
    status: Status
    targets: frozenset[str]
    """Stable ids of the targets that it names."""
    latest: Mapping[str, Any] | None
    """The card of the one to write from instead, if there is one."""
    since: datetime | None
    """From when on nobody wrote any more, as far as it is closed."""
    section: Section

    def takes_reports(self, moment: datetime) -> bool:
        """Say whether reports are taken at ``moment``."""
        return takes_reports(self.status, since=self.since, moment=moment, grace_days=self.section.grace_days)


def written_from(page_id: int, *, moment: datetime, site: Any = None) -> WrittenFrom | None:
    """Return what is published of a page at ``moment``; None where nothing is.

    ``site``: the section that it has to be in (an id or plain SQL). One query, one more where it is stopped, two where
    it is superseded, and one for an edition that this process has not met before.
    """
    while row := in_force(page_id, moment=moment, site=site):
        try:
            targets, status = _targets(page_id, row.etag), Status(row.status)
            latest = _latest(page_id, row.etag) if status in (Status.SUPERSEDED, Status.STOPPED) else None
        except Edition.DoesNotExist:
            # It was published anew between the two questions.
            continue
        return WrittenFrom(
            page_id=page_id,
            translation_key=row.translation_key,
            site_id=row.site_id,
            language=row.language,
            status=status,
            targets=targets,
            latest=latest,
            since=_closed_since(row, status, moment=moment),
            section=row.section,
        )
    return None


@lru_cache(maxsize=1024)
def _targets(page_id: int, etag: str) -> frozenset[str]:
    """Return the ids of the targets of an edition. Its name stands for all that is in it, so this never changes.

    Nothing else is kept: what stays in a process outlives a withdrawal.
    """
    return frozenset(each["id"] for each in _shown(page_id, etag)["targets"] if each["type"] == "target" and each["id"])


def _latest(page_id: int, etag: str) -> Mapping[str, Any] | None:
    latest: Mapping[str, Any] | None = _shown(page_id, etag)["take_action"]["latest"]
    return latest


def _shown(page_id: int, etag: str) -> dict[str, Any]:
    detail = Edition.objects.filter(publication_id=page_id, etag=etag).values_list("detail", flat=True)[:1].get()
    shown: dict[str, Any] = json.loads(detail)
    return shown


def _closed_since(row: InForce, status: Status, *, moment: datetime) -> datetime | None:
    """Return when the first of the reasons to close it came: the deadline may have passed before the newer one."""
    reasons = [row.expired_from]
    if status is Status.SUPERSEDED:
        later = Publication.objects.filter(
            Q(gone_at=None) | Q(gone_at__gt=moment),
            ua_number=row.ua_number,
            site=row.site_id,
            language=row.language,
            ordinal__gt=row.ordinal,
        )
        superseded = later.aggregate(first=Min("first_published_at"))["first"]
        if superseded is None:
            return None
        reasons.append(superseded)
    return min((each for each in reasons if each and each <= moment), default=None)
