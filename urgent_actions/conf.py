"""Settings of the plugin, with what holds where a project sets nothing."""

from django.conf import settings


def max_age() -> int:
    """Return for how many seconds a cache may show an answer without asking whether it is still true.

    0 unless URGENT_ACTIONS_MAX_AGE says more: a stop must act everywhere at once, and nobody can call an answer back
    from a cache that does not ask. An answer that changes sooner by itself, as at a deadline, is never kept beyond.
    """
    return max(0, int(getattr(settings, "URGENT_ACTIONS_MAX_AGE", 0)))


def reports_a_day() -> int:
    """Return how many reports of one address are counted in a day without anybody having looked at them.

    Many writers may share an address, in a school or on a mobile network: what comes beyond it is held, and not lost.
    """
    return max(0, int(getattr(settings, "URGENT_ACTIONS_REPORTS_A_DAY", 50)))


def trusted_proxies() -> int:
    """Return how many proxies of our own a request comes through, each of which notes in X-Forwarded-For who asked it.

    0 unless URGENT_ACTIONS_TRUSTED_PROXIES says more: what a stranger writes there is not believed.
    """
    return max(0, int(getattr(settings, "URGENT_ACTIONS_TRUSTED_PROXIES", 0)))


def reports_need_proof() -> bool:
    """Say whether a report without a proof of work is held. Whoever runs no script has none."""
    return bool(getattr(settings, "URGENT_ACTIONS_REPORTS_NEED_PROOF", False))
