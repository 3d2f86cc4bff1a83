"""What pages of other cases still have of this one: who copies a page to begin another case copies its history, too."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Q
from wagtail.models import PageLogEntry, Revision

from ...models.swap import page_model


def copied_revisions(pages: Sequence[Any]) -> list[Revision]:
    """Return the old revisions of other pages that bear a number of these: not what those pages are now."""
    numbers = {page.ua_number for page in pages} - {""}
    own = [str(page.pk) for page in pages]
    bearing = Revision.objects.page_revisions().filter(content__ua_number__in=numbers, approved_go_live_at=None)
    found = list(bearing.exclude(object_id__in=own).order_by("pk"))
    now = page_model()._default_manager.filter(Q(latest_revision__in=found) | Q(live_revision__in=found))
    kept = {pk for both in now.values_list("latest_revision", "live_revision") for pk in both}
    return [each for each in found if each.pk not in kept]


def remove_copies(pages: Sequence[Any]) -> None:
    """Remove these revisions, and what else their pages still know of the time in which they were copies."""
    copies = copied_revisions(pages)
    ids = {each.object_id for each in copies}
    today = page_model()._default_manager.filter(pk__in=ids).values_list("title", "draft_title")
    titles = {each.content["title"] for each in copies} - {title for both in today for title in both}
    titles |= {page.title for page in pages}
    for copy in copies:
        copy.delete()
    for entry in PageLogEntry.objects.filter(page_id__in=ids).iterator():
        if titles.intersection(_texts([entry.label, entry.data])):
            entry.delete()
    stale = Revision.objects.page_revisions().filter(object_id__in=ids, content__draft_title__in=titles)
    for pk, content in stale.values_list("pk", "content"):
        # The first revision after another title was typed still has the one before it here.
        Revision.objects.filter(pk=pk).update(content={**content, "draft_title": content["title"]})


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _texts(each)
