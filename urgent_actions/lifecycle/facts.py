"""Facts that a decision writes: into what the public reads, and into the draft that waits behind it."""

from collections.abc import Callable
from typing import Any


def write(page: Any, change: Callable[[Any], None], *, user: Any) -> None:
    """Publish the live ``page`` with ``change`` applied to it; raise NotReadyToPublish if that must not be.

    Words that an editor has not published yet stay unpublished: the change is applied to that draft, too. A schedule
    for it ends, and so does a moderation, as with every publication: both have to be asked for again.
    """
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    change(page)
    page.save_revision(user=user, log_action=False, clean=False).publish(user=user, log_action=False)
    if draft is not None:
        change(draft)
        draft.save_revision(user=user, log_action=False, clean=False)
