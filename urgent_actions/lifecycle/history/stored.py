"""The history that editors read: of pages, published or not any more, and of the audit log, with reasons and names."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from wagtail.models import PageLogEntry

from ...models.sections import section_of, section_roots
from ...models.swap import page_model
from ...rules.history import Decided, Event, Issue, Kind, history
from ...rules.status import Section
from ..extend import EXTENDED
from ..stop import RESUMED, STOPPED
from ..versions import MOST, site_of

KINDS = {EXTENDED: Kind.EXTENDED, RESUMED: Kind.RESUMED, STOPPED: Kind.STOPPED}


def pages_of_case(page: Any) -> list[Any]:
    """Return the pages of the case in the section of ``page`` that were ever published, with their translations."""
    roots = section_roots()
    here = site_of(page, roots)
    model = page_model()._default_manager
    own = model.filter(ua_number=page.ua_number) if page.ua_number else model.filter(pk=page.pk)
    keys = {
        page.translation_key,
        *own.filter(locale_id=page.locale_id).values_list("translation_key", flat=True)[:MOST],
    }
    versions = model.filter(translation_key__in=keys, first_published_at__isnull=False).select_related("locale")
    found = versions.prefetch_related("persons").order_by("pk")[:MOST]
    return [each for each in found if site_of(each, roots) == here]


def stored_history(page: Any, pages: Sequence[Any]) -> list[Event]:
    """Return the history of the case of ``page`` as its language reads it; ``pages``: those of the case."""
    section = section_of(page)
    issues = [_issue(each, section) for each in pages]
    return history(issues, _decided([each.pk for each in pages], section), language=page.locale.language_code)


def _issue(page: Any, section: Section) -> Issue:
    return Issue(
        page_id=page.pk,
        title=page.title,
        url=page.url or "",
        language=page.locale.language_code,
        ordinal=page.ordinal,
        ua_number=page.ua_number,
        issued_on=page.issued_on,
        first_published_on=_day(page.first_published_at, section),
        stopped_on=_day(page.stopped_at, section),
        persons=[person.as_person() for person in page.persons.all()],
    )


def _decided(page_ids: list[int], section: Section) -> Iterator[Decided]:
    entries = PageLogEntry.objects.filter(page_id__in=page_ids, action__in=KINDS).select_related("user")
    for entry in entries.order_by("timestamp", "pk")[:MOST]:
        deadline = entry.data.get("deadline")
        yield Decided(
            kind=KINDS[entry.action],
            on=section.today(entry.timestamp),
            page_id=entry.page_id,
            deadline=date.fromisoformat(deadline) if deadline else None,
            reason=entry.data.get("reason", ""),
            by=str(entry.user or ""),
        )


def _day(moment: datetime | None, section: Section) -> date | None:
    return section.today(moment) if moment else None
