"""The language versions of an urgent action, as they are published."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import Q
from django.urls import NoReverseMatch, reverse

from ..representation import Version
from .publications import Publication


def version_of(row: Publication) -> Version:
    """Return what is told of a publication in the other languages."""
    # How far it is translated is true of all its contents alike: time alone changes only links in them.
    known = row.contents[-1]["content"].get("translation") or {}
    return Version(
        id=row.pk,
        title=row.title,
        ua_number=row.ua_number,
        ordinal=row.ordinal,
        language=row.language,
        url=row.url,
        api_url=api_url(row.pk),
        **{name: known[name] for name in ("status", "percent") if name in known},
        updated=known.get("updated") or _iso(row.last_published_at),
    )


def public_versions(page: Any, *, moment: datetime) -> list[Version]:
    """Return the other language versions of ``page`` that the public may see, by language tag. One query."""
    if not page.translation_key:
        return []
    there = Q(gone_at__isnull=True) | Q(gone_at__gt=moment)
    rows = Publication.objects.filter(there, translation_key=page.translation_key).exclude(pk=page.pk)
    return [version_of(row) for row in rows.defer("head", "words").order_by("language", "pk")]


def api_url(page_id: int) -> str | None:
    """Return the address of an urgent action in the urgent-action API, without the host; None where there is none."""
    try:
        return reverse("urgent-actions-v1:read_urgent_action", args=[page_id])
    except NoReverseMatch:
        return None


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
