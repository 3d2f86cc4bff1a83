"""Where a report comes from, as far as that can be believed. It is used for the throttle, and kept nowhere."""

from collections.abc import Mapping
from typing import Any


def address_of(asked: Mapping[str, Any], *, proxies: int) -> str:
    """Return the address from which a request came, whose headers are ``asked`` as in WSGI; empty if nobody knows.

    Each of our own ``proxies`` notes at the end of X-Forwarded-For who asked it. What stands before that was written by
    whoever asked, who could name another address each time.
    """
    noted = [each.strip() for each in str(asked.get("HTTP_X_FORWARDED_FOR", "")).split(",") if each.strip()]
    way = [*noted, str(asked.get("REMOTE_ADDR", ""))]
    return way[max(0, len(way) - 1 - proxies)]
