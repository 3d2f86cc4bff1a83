"""What can be written from now: an urgent action as it is published, behind the gate (DOMAIN rule 1)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ..models.publications import Edition
from ..models.sections import SectionSettings, default_section
from ..representation import LETTER_WITHHELD
from ..representation.reading import urgent_action_of
from ..rules.status import Section
from ..urgent_action import Target, UrgentAction


class Closed(Exception):  # noqa: N818  # a refusal, named for what it says
    """Nobody may write from this one now: why not, and the card of the one to go to.

    ``reason`` is a status, ``no_target`` or ``translation_outdated``; ``latest`` is the newer one of the case, and
    ``original`` that which a translation is behind.
    """

    def __init__(
        self,
        *,
        status: str,
        reason: str,
        latest: Mapping[str, Any] | None,
        original: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(reason)
        self.status, self.reason, self.latest, self.original = status, reason, latest, original


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A language in which this urgent action can be read, by the id of its page; ``url`` is empty for a draft's.

    A letter that ``is_behind`` its original is not handed out.
    """

    id: int
    language: str
    url: str = ""
    is_behind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """An urgent action that can be written from until ``until``, and what a letter depends on besides."""

    id: int
    site_id: int
    urgent_action: UrgentAction
    section: Section
    today: date
    until: datetime
    url: str
    report_url: str
    versions: Sequence[Version]

    @property
    def file_name(self) -> str:
        """Return how files of this urgent action begin: with its number, else with the id of its page."""
        number = self.urgent_action.ua_number
        return f"ua-{number.serial}-{number.year:02d}" if number else f"ua-{self.id}"

    def target(self, id: str) -> Target | None:
        """Return the target with this stable id, or None."""
        return next((target for target in self.urgent_action.targets if target.id == id), None)


def published_appeal(page_id: int, *, moment: datetime, site: Any = None) -> Appeal | None:
    """Return what is published of a page at ``moment``; None where nothing is. Raise Closed if nobody may write.

    ``site``: the section that it has to be in (an id or an expression). Two queries.
    """
    in_force = Edition.objects.in_force(moment=moment).filter(publication_id=page_id)
    row = (in_force if site is None else in_force.filter(site=site)).values_list("detail", "ends_at", "site_id").first()
    if row is None:
        return None
    detail, until, site_id = row
    section = section_of_site(site_id)
    return appeal_of(json.loads(detail), page_id=page_id, site_id=site_id, section=section, moment=moment, until=until)


def appeal_of(
    shown: Mapping[str, Any],
    *,
    page_id: int,
    section: Section,
    moment: datetime,
    until: datetime,
    site_id: int = 0,
    title: str = "",
    url: str = "",
) -> Appeal:
    """Return what is written from a representation that is at hand; raise Closed if nobody may write.

    ``site_id``: of the section in which other versions are looked for. ``title`` and ``url``: of a page that is not
    published; what is published brings its own. It holds no longer than
    the day, since letters bear it as their date.
    """
    may = shown["take_action"]
    if not may["letters_available"]:
        ways_on = {"latest": may["latest"], "original": may.get("original")}
        raise Closed(status=shown["status"], reason=may["reason"], **ways_on)
    today = section.today(moment)
    language = shown["language"]["code"]
    others = (
        Version(
            id=each["id"],
            language=each["language"],
            url=each["url"] or "",
            is_behind=each.get("status") == LETTER_WITHHELD,
        )
        for each in shown["translations"]
    )
    here = shown.get("url") or url
    return Appeal(
        id=page_id,
        site_id=site_id,
        urgent_action=urgent_action_of(shown, headline=shown.get("title") or title),
        section=section,
        today=today,
        until=min(until, section.last_days(today)[1]),
        url=here,
        report_url=may["report_url"] or "",
        versions=(Version(id=page_id, language=language, url=here), *others),
    )


def section_of_site(site_id: int) -> Section:
    """Return the section of a site, or the default one where it has set nothing. One query."""
    settings = SectionSettings.objects.filter(site_id=site_id).first()
    return settings.as_section() if settings else default_section()
