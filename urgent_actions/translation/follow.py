"""What happens to a source happens to all its versions, in the same transaction and by whichever route it came."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..models.publications import Publication
from ..models.swap import page_model
from ..models.versions import source_of, take_facts, versions_of
from ..publishing.reflect import reflect, take_down
from ..publishing.watch import BOOKKEEPING
from ..refusal import NotReadyToPublish
from .restrict import restrict

UNPUBLISHED = "urgent_actions.unpublished_with_source"


def source_saved(page: Any, *, update_fields: Iterable[str] | None) -> None:
    """Lead the versions of ``page``, which has been saved, to what it says now.

    With a source that is not public any more its versions are not either; they stay so when it is published again,
    until somebody publishes each of them. Otherwise they take its facts, and are judged anew.
    """
    if update_fields is not None and not set(update_fields) - BOOKKEEPING:
        return
    source = source_of(page)
    if source is not None:
        if page.live:
            restrict(page, like=source)
        return
    versions = versions_of(page)
    for version in versions:
        if not page.live:
            unpublish(version)
        elif take_facts(version, source=page):
            _save(version)
    # Also those whose facts are the same: other words of the source may have put them behind.
    reflect({version.pk for version in versions if version.live}, moment=timezone.now(), keep_records=True)


def unpublish_with(source: Any) -> None:
    """Unpublish the versions of a source that is about to be deleted; they stay as drafts."""
    versions = [version for version in versions_of(source) if version.live]
    if versions:
        # First, or what is published of the source would be written anew, without those, while it is being deleted.
        take_down(Publication.objects.filter(page_id=source.pk), moment=timezone.now())
    for version in versions:
        unpublish(version)


def unpublish(version: Any, *, reasons: Iterable[str] = ()) -> None:
    """Unpublish ``version`` if it is live, with its schedule, and log why."""
    version.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    if version.live:
        version.unpublish(log_action=None)
        log(version, UNPUBLISHED, data={"reasons": list(reasons)})


def _save(version: Any) -> None:
    """Save ``version`` with the facts of its source; if the public must not read it with them, it goes."""
    try:
        with transaction.atomic():
            version.save()
    except NotReadyToPublish as refusal:
        unpublish(page_model()._default_manager.get(pk=version.pk), reasons=refusal.messages)
