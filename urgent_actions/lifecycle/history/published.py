"""The history that everybody may read: of what is published now, and of decisions about it, without their reasons."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from wagtail.models import PageLogEntry

from ...models.publications import Edition, EditionQuerySet, Publication
from ...models.sections import SectionSettings, default_section
from ...representation.reading import person_of
from ...rules.history import Decided, Event, Issue, Kind, history
from ...rules.status import Section
from ..extend import EXTENDED

MOST = 500
_FACTS = (
    "publication_id",
    "publication__title",
    "publication__url",
    "publication__first_published_at",
    "language",
    "detail",
)


def published_history(page_id: int, *, moment: datetime, site: Any = None) -> list[Event] | None:
    """Return the history of the case of a page, as its language and section read it; None where nothing is published.

    ``site``: the section that it has to be in (an id or an expression). Four queries, however long the history.
    """
    in_force = Edition.objects.in_force(moment=moment)
    here = (
        in_force.filter(publication_id=page_id) if site is None else in_force.filter(publication_id=page_id, site=site)
    )
    itself = here.values_list("site_id", "language", "publication__ua_number", "publication__translation_key").first()
    if itself is None:
        return None
    site_id, language, number, key = itself
    section = _section(site_id)
    rows = _of_case(in_force.filter(site=site_id), number=number, language=language, key=key)
    issues = [_issue(row, section) for row in rows.values_list(*_FACTS)[:MOST]]
    return history(issues, _extensions(issues, section), language=language)


def _of_case(there: EditionQuerySet, *, number: str, language: str, key: Any) -> EditionQuerySet:
    """Return the case in this language, and the translations of each of its urgent actions."""
    if not number:
        return there.filter(publication__translation_key=key).order_by("publication_id")
    own = Publication.objects.filter(ua_number=number, language=language)
    return there.filter(publication__translation_key__in=own.values("translation_key")).order_by("publication_id")


def _issue(row: tuple[Any, ...], section: Section) -> Issue:
    page_id, title, url, published_at, language, detail = row
    shown = json.loads(detail)
    stopped = (shown["stopped"] or {}).get("at")
    return Issue(
        page_id=page_id,
        title=title,
        url=url,
        language=language,
        ordinal=shown["ordinal"],
        ua_number=shown["ua_number"] or "",
        issued_on=date.fromisoformat(shown["issued_on"]) if shown["issued_on"] else None,
        first_published_on=section.today(published_at) if published_at else None,
        stopped_on=section.today(datetime.fromisoformat(stopped)) if stopped else None,
        persons=[person_of(each) for each in shown["persons"]],
    )


def _extensions(issues: list[Issue], section: Section) -> Iterator[Decided]:
    entries = PageLogEntry.objects.filter(page_id__in=[each.page_id for each in issues], action=EXTENDED)
    for page_id, at, data in entries.order_by("timestamp", "pk").values_list("page_id", "timestamp", "data")[:MOST]:
        day = date.fromisoformat(data["deadline"])
        yield Decided(kind=Kind.EXTENDED, on=section.today(at), page_id=page_id, deadline=day)


def _section(site_id: int) -> Section:
    settings = SectionSettings.objects.filter(site_id=site_id).first()
    return settings.as_section() if settings else default_section()
