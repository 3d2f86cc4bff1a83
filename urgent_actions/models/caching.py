"""For how long a cache may show a page of the site without asking whether it is still true."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.cache import patch_cache_control

from ..conf import max_age

UNTIL, PRIVATE = "changes_at", "is_private"
"""Names in a page's context: the moment at which it changes by itself, and whether it is for this visitor alone."""


def limit_caches(response: Any) -> Any:
    """Return the response of a page with its Cache-Control, as its context tells; it must ask where that tells nothing.

    Nobody can call a page back from a cache that does not ask, and a stop has to act everywhere at once.
    """
    context = getattr(response, "context_data", None) or {}
    if context.get(PRIVATE):
        patch_cache_control(response, private=True, no_store=True)
    elif seconds := _seconds(context.get(UNTIL)):
        patch_cache_control(response, public=True, max_age=seconds)
    elif not response.has_header("Cache-Control"):
        patch_cache_control(response, no_cache=True)
    return response


def _seconds(until: datetime | None) -> int:
    left = int((until - timezone.now()).total_seconds()) if until else 0
    return max(0, min(max_age(), left))
