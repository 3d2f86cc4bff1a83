"""Settings of the plugin, with what holds where a project sets nothing."""

from django.conf import settings


def max_age() -> int:
    """Return for how many seconds a cache may show an answer without asking whether it is still true.

    0 unless URGENT_ACTIONS_MAX_AGE says more: a stop must act everywhere at once, and nobody can call an answer back
    from a cache that does not ask. An answer that changes sooner by itself, as at a deadline, is never kept beyond.
    """
    return max(0, int(getattr(settings, "URGENT_ACTIONS_MAX_AGE", 0)))
