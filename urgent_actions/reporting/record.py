"""Takes a report: what somebody says was sent, stored and counted in one transaction, and once."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from ..codes import country_codes
from ..letters.letter import Channel
from ..models.reports import LONGEST_NOTE, Report, ReportingGroup
from ..rules.reports import MOST_AT_ONCE, Provenance, is_fit
from .refusal import (
    NotTakenAnyMore,
    NotThere,
    ReportRefused,
    UnfitKey,
    UnfitNote,
    UnfitQuantity,
    UnknownChannel,
    UnknownCountry,
    UnknownGroup,
    UnknownTarget,
)
from .store import store
from .written_from import WrittenFrom, written_from

LONGEST_KEY = 200
_OF_GROUPS = (Provenance.GROUP, Provenance.OFFLINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody says was sent.

    ``site``: the section it has to be in (an id or an expression), if one is named. ``doubted``: it is held, since
    something about the way in which it came is unusual. ``from_outside``: whoever tells it for a group need not be of
    the section, so it counts towards a flood like that of a writer.
    """

    page_id: int
    target: str
    channel: str
    quantity: int
    key: str
    provenance: Provenance = Provenance.SELF_REPORTED
    group: int | None = None
    country: str = ""
    note: str = ""
    site: Any = None
    doubted: bool = False
    from_outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A report that is stored. It is the same for its repetition."""

    id: int
    day: date
    state: Report.State


def record(told: Told, *, moment: datetime) -> Recorded:
    """Store a report, count it unless it is held, and return it; raise ReportRefused where it is not taken.

    A report with a key that was there before is the same report: it is answered as then, and counts nothing.
    """
    if not 1 <= len(told.key) <= LONGEST_KEY:
        raise UnfitKey(longest=LONGEST_KEY)
    found = written_from(told.page_id, moment=moment, site=told.site)
    if found is None:
        raise NotThere
    key = sha256(told.key.encode()).hexdigest()
    try:
        report = _report(told, found, key=key, moment=moment)
    except ReportRefused:
        # What is not taken now may have been taken when it came first.
        if before := Report.objects.filter(translation_key=found.translation_key, key=key).first():
            return _recorded(before)
        raise
    if not store(report, doubted=told.doubted, flood_limit=_flood_limit(told, found)):
        report = Report.objects.get(translation_key=found.translation_key, key=key)
    return _recorded(report)


def _report(told: Told, found: WrittenFrom, *, key: str, moment: datetime) -> Report:
    """Return the report that is told, not stored yet; raise ReportRefused where it is not taken."""
    _require_fit(told, found, moment=moment)
    return Report(
        translation_key=found.translation_key,
        key=key,
        site_id=found.site_id,
        page_id=found.page_id,
        language=found.language,
        target_id=told.target,
        channel=told.channel,
        quantity=told.quantity,
        provenance=told.provenance.value,
        group=_group(told, site_id=found.site_id),
        country=told.country,
        day=found.section.today(moment),
        note=told.note,
    )


def _recorded(report: Report) -> Recorded:
    return Recorded(id=report.pk, day=report.day, state=Report.State(report.state))


def _require_fit(told: Told, found: WrittenFrom, *, moment: datetime) -> None:
    """Raise what is wrong with a report; any channel will do, since contacts get corrected after a letter has gone."""
    if not found.takes_reports(moment):
        raise NotTakenAnyMore(found.status.value, latest=found.latest)
    if told.target not in found.targets:
        raise UnknownTarget
    if told.channel not in list(Channel):
        raise UnknownChannel
    if told.country and told.country not in country_codes():
        raise UnknownCountry
    if not is_fit(told.quantity, provenance=told.provenance):
        raise UnfitQuantity(most=MOST_AT_ONCE[told.provenance])
    if len(told.note) > (LONGEST_NOTE if told.provenance is Provenance.OFFLINE else 0):
        raise UnfitNote(longest=LONGEST_NOTE)


def _group(told: Told, *, site_id: int) -> ReportingGroup | None:
    if told.group is None:
        if told.provenance is Provenance.GROUP:
            raise UnknownGroup
        return None
    found = ReportingGroup.objects.filter(pk=told.group, site=site_id, is_open=True).first()
    if found is None or told.provenance not in _OF_GROUPS:
        raise UnknownGroup
    return found


def _flood_limit(told: Told, found: WrittenFrom) -> int | None:
    """Return how many letters the section takes in a day without having looked at it; None from those it knows."""
    is_from_anybody = told.provenance is Provenance.SELF_REPORTED or told.from_outside
    return found.section.flood_limit if is_from_anybody else None
