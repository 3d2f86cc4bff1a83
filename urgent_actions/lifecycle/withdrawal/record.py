"""What is sealed of a case: everything that was stored of it, as plain data."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from wagtail.models import PageLogEntry, Revision

from ...models.reports import DIMENSIONS, ReportTotal
from .copies import copied_revisions


def record_of(pages: Sequence[Any], *, reason: str, moment: datetime, user: Any) -> dict[str, Any]:
    """Return pages, revisions, history and totals, who withdrew them when, and why. The pictures are not in it.

    ``copies``: what other pages had of it, since a page that was copied brings its revisions along.
    """
    keys = {page.translation_key for page in pages}
    return {
        "reason": reason,
        "at": moment,
        "by": str(user) if user else "",
        "pages": [_page(page) for page in pages],
        "copies": [
            {"page": each.object_id, "at": each.created_at, "content": each.content} for each in copied_revisions(pages)
        ],
        "totals": [
            {**dict(zip(DIMENSIONS, row[: len(DIMENSIONS)], strict=True)), "letters": row[-1]}
            for row in ReportTotal.objects.filter(translation_key__in=keys).values_list(*DIMENSIONS, "quantity")
        ],
    }


def _page(page: Any) -> dict[str, Any]:
    return {
        "id": page.pk,
        "type": page._meta.label,
        "title": page.title,
        "language": page.locale.language_code,
        "url": page.full_url or "",
        "live": page.live,
        "number": page.ua_number,
        "ordinal": page.ordinal,
        "content": page.serializable_data(),
        "revisions": _revisions(page),
        "history": _history(page),
    }


def _revisions(page: Any) -> list[dict[str, Any]]:
    rows = Revision.objects.for_instance(page).order_by("created_at", "pk").values_list("created_at", "content")
    return [{"at": at, "content": content} for at, content in rows]


def _history(page: Any) -> list[dict[str, Any]]:
    entries = PageLogEntry.objects.filter(page_id=page.pk).select_related("user").order_by("timestamp", "pk")
    return [
        {"at": each.timestamp, "action": each.action, "by": str(each.user or ""), "data": each.data} for each in entries
    ]
