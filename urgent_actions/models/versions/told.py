"""How versions in other languages stand to their sources, as the public is told it."""

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from .family import sources_of
from .origin import standing_of


def translations(pages: Iterable[Any]) -> dict[int, dict[str, Any]]:
    """Return for each of ``pages`` that is a version what the public is told of its translation, by page id.

    ``status``, ``percent`` and ``reasons`` are those of a ``Standing``, ``updated`` is the last publication (ISO 8601),
    ``source`` the id of the page that it was made from.
    """
    pages = list(pages)
    found = {}
    for page, source in _with_sources(pages):
        now = standing_of(page, source=source)
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
