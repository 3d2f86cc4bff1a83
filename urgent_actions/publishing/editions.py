"""From a publication and its family to its editions: what the public reads of it, and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ..models.public_versions import version_of
from ..models.publications import BEGINNING, END, WRITABLE, Edition, Publication
from ..representation import Card, listing, shown
from ..rules.chain import chain
from ..rules.status import Status
from ..rules.timeline import Course, status_on, stretches
from .build import content_at, content_changes
from .ready import as_json, etag, ready

_CLOSED = 10_000_000
"""Added to the place of what cannot be written from any more; days of a calendar are fewer."""


@dataclass(frozen=True, slots=True)
class Family:
    """The published relatives of one publication, itself left out of the translations and not of the case."""

    case: Sequence[Publication]
    translations: Sequence[Publication]


@dataclass(slots=True)
class _Read:
    first: datetime
    after: datetime
    status: Status
    shown: dict[str, Any]


def editions(row: Publication, family: Family, *, moment: datetime) -> list[Edition]:
    """Return the editions of ``row`` from ``moment`` on, in order; the first one holds for all time before, too."""
    course = course_of(row)
    later = [course_of(each) for each in family.case if _is_later(each, row)]
    read: list[_Read] = []
    for first, after in _stretches(row, family, course, later, moment):
        status = status_on(course, later=later, moment=first)
        now = _Read(BEGINNING if not read else first, after, status, _shown(row, family, status, first))
        if read and read[-1].shown == now.shown:
            read[-1].after = after
        else:
            read.append(now)
    return [_edition(row, each) for each in read]


def will_be_writable(row: Publication, family: Family, *, moment: datetime) -> bool:
    """Say whether letters may be written from ``row`` at ``moment`` or, as far as is known, at any time after."""
    course = course_of(row)
    later = [course_of(each) for each in family.case if _is_later(each, row)]
    stretches = _stretches(row, family, course, later, moment)
    return any(status_on(course, later=later, moment=first).value in WRITABLE for first, _ in stretches)


def course_of(row: Publication) -> Course:
    """Return the moments of a publication, as the rules need them."""
    return Course(
        ordinal=row.ordinal,
        expiring_from=row.expiring_from,
        expired_from=row.expired_from,
        stopped_at=row.stopped_at,
        gone_at=row.gone_at,
    )


def _stretches(
    row: Publication, family: Family, course: Course, later: Iterable[Course], moment: datetime
) -> list[tuple[datetime, datetime]]:
    changes = course.moments() | content_changes(row)
    for each in later:
        changes |= {at for at in (each.stopped_at, each.gone_at) if at}
    changes |= {each.gone_at for each in (*family.case, *family.translations) if each.gone_at}
    return list(stretches(changes, since=moment, until=row.gone_at, end=END))


def _shown(row: Publication, family: Family, status: Status, moment: datetime) -> dict[str, Any]:
    case = [_card(each) for each in family.case if course_of(each).is_there(moment)]
    translations = [version_of(each) for each in family.translations if course_of(each).is_there(moment)]
    return shown(
        content_at(row, moment),
        status=status,
        case=chain(case, ordinal=row.ordinal),
        translations=sorted(translations, key=lambda each: (each.language, each.id)),
    )


def _edition(row: Publication, read: _Read) -> Edition:
    detail = as_json(_detail(row, read))
    card = as_json(listing(read.shown, id=row.pk, title=row.title, url=row.url))
    made = ready(detail)
    return Edition(
        publication_id=row.pk,
        site_id=row.site_id,
        language=row.language,
        starts_at=read.first,
        ends_at=read.after,
        status=read.status.value,
        urgency=_urgency(row, read.status),
        card=card,
        detail=detail,
        detail_gzip=made.gzip,
        detail_brotli=made.brotli,
        etag=etag(detail, card),
    )


def _detail(row: Publication, read: _Read) -> dict[str, Any]:
    return {
        "id": row.pk,
        "title": row.title,
        "url": row.url,
        "first_published_at": _iso(row.first_published_at),
        "last_published_at": _iso(row.last_published_at),
        "changes_at": None if read.after == END else _iso(read.after),
        **read.shown,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None


def _card(row: Publication) -> Card:
    return Card(
        id=row.pk,
        title=row.title,
        ua_number=row.ua_number,
        ordinal=row.ordinal,
        language=row.language,
        url=row.url,
    )


def _is_later(other: Publication, row: Publication) -> bool:
    # Without an ordinal nobody can say which one is newer, so none is.
    return row.ordinal is not None and (other.ordinal or 0) > row.ordinal


def _urgency(row: Publication, status: Status) -> int:
    """Return the place in a list: the nearest deadline first, then the closed ones, the newest first."""
    day = row.deadline.toordinal() if row.deadline else 0
    return day if status.value in WRITABLE else 2 * _CLOSED - day
