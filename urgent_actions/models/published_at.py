"""Where a page was published, as its revisions tell it."""

from typing import Any

from wagtail.models import PageLogEntry


def publications_of(page: Any) -> Any:
    """Return the entries of the audit log that say that ``page`` was published, and with which revision."""
    actions = ("wagtail.publish", "wagtail.publish.scheduled")
    return PageLogEntry.objects.filter(page_id=page.pk, action__in=actions, revision__isnull=False)


def published_path(content: dict[str, Any]) -> str:
    """Return the path in the tree under which a revision was published: a slug that came with it is not in it yet."""
    parent = str(content.get("url_path") or "").rstrip("/").rpartition("/")[0]
    return f"{parent}/{content.get('slug')}/"
