"""Secrets of the site, the newest first: what is made with one can still be read with those before it."""

from collections.abc import Sequence

from django.conf import settings


def secrets() -> Sequence[str]:
    """Return URGENT_ACTIONS_SEALING_KEYS, or SECRET_KEY and its fallbacks where a project sets none."""
    own = getattr(settings, "URGENT_ACTIONS_SEALING_KEYS", None)
    return list(own or (settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS)))
