"""What a save of a version takes from its source, so that no route leaves a version with other facts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from ...messages import gettext_noop
from ...rules.readiness import Problem
from .facts import take_facts
from .family import KNOWN, source_of
from .origin import by_hand, machine_made

SOURCE_NOT_PUBLISHED = gettext_noop(
    "The source of this translation, “%(title)s”, is not published: a translation never comes before it. Publish the "
    "source, or schedule it for the same moment or an earlier one."
)
UNREVIEWED = gettext_noop(
    "%(count)s texts were translated by a machine, and nobody has looked at them: confirm or correct each of them at "
    "the translator's desk."
)
ALIAS = gettext_noop("An urgent action cannot be an alias of another page: translate it instead.")


@contextmanager
def following(page: Any) -> Iterator[None]:
    """Give ``page`` the facts of its source before it is saved; the source is asked for once until the end."""
    source = source_of(page)
    page.__dict__[KNOWN] = source
    try:
        if source is not None:
            take_facts(page, source=source)
            if page.live and not (page.translated_from or {}).get("texts"):
                page.translated_from = {**(page.translated_from or {}), **by_hand(page, source=source)}
        yield
    finally:
        del page.__dict__[KNOWN]


def problems_of_version(page: Any, *, source: Any, moment: datetime) -> list[Problem]:
    """Return what refuses to publish ``page`` as a version of ``source`` at ``moment``."""
    found = []
    if page.alias_of_id:
        found.append(Problem("alias", "title", ALIAS))
    if source is None:
        return found
    if not source.live and not _is_scheduled(source, moment):
        found.append(Problem("source_not_published", "title", SOURCE_NOT_PUBLISHED, {"title": source.title}))
    if paths := machine_made(page):
        found.append(Problem("machine_translated", "title", UNREVIEWED, {"count": len(paths)}))
    return found


def _is_scheduled(source: Any, moment: datetime) -> bool:
    revision = source.scheduled_revision
    return revision is not None and revision.approved_go_live_at <= moment


def publish_source_first(page: Any, *, moment: datetime, log_action: str) -> None:
    """Publish the source of ``page`` if it is due too: which of the two a schedule takes first is chance."""
    source = source_of(page)
    if source is None or source.live:
        return
    revision = source.scheduled_revision
    if revision is not None and revision.approved_go_live_at <= moment:
        revision.publish(log_action=log_action)
