"""How versions in other languages stand to their sources, as the public is told it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from ..sections import SectionRoot
from .family import sources_of
from .origin import standing_of


def translations(pages: Iterable[Any], *, roots: Sequence[SectionRoot], moment: datetime) -> dict[int, dict[str, Any]]:
    """Return for each of ``pages`` that is a version what the public is told of its translation, by page id.

    ``status``, ``percent`` and ``reasons`` are those of a ``Standing``, ``updated`` is the last publication (ISO 8601),
    ``source`` the id of the page that it was made from.
    """
    pages = list(pages)
    superseded: dict[int, bool] = {}
    found = {}
    for page, source in _with_sources(pages):
        if source.pk not in superseded:
            # DOMAIN rule 1: with a newer urgent action of the case nobody writes from this one, in no language.
            superseded[source.pk] = source.published_chain(moment=moment, roots=list(roots)).superseded
        now = standing_of(page, source=source, superseded=superseded[source.pk])
        updated = page.last_published_at
        found[page.pk] = {
            "status": now.status.value,
            "percent": now.percent,
            "updated": updated.astimezone(UTC).isoformat() if updated else None,
            "reasons": [reason.value for reason in now.reasons],
            "source": source.pk,
        }
    return found


def _with_sources(pages: list[Any]) -> list[tuple[Any, Any]]:
    sources = sources_of(pages)
    return [(page, sources[page.pk]) for page in pages if page.pk in sources]
