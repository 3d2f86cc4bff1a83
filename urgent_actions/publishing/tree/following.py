"""Keeping the tree true: whoever follows renews its leases, and writes what deeds and time have changed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event

from django.core.files.storage import Storage
from django.utils import timezone

from .steps import Standing, present_mark, step

LOOK_AGAIN = 1.0
"""Seconds until the next look whether something was published."""
RENEW = timedelta(minutes=1)

Told = Callable[[Standing], None]


def lead(storage: Storage, *, pages: bool, told: Told, stop: Event, anew: bool = False) -> list[Standing]:
    """Take steps until all is written, or until ``stop``; ``told`` hears after each how the parts stand."""
    while True:
        found = step(storage, pages=pages, anew=anew)
        anew = False
        for standing in found:
            told(standing)
        if stop.is_set() or not found[-1].left:
            return found


def follow(storage: Storage, *, pages: bool, told: Told, stop: Event, anew: bool = False) -> None:
    """Do so again as soon as there is something to do, until ``stop``."""
    while not stop.is_set():
        found = lead(storage, pages=pages, told=told, stop=stop, anew=anew)
        anew = False
        _wait(found, stop=stop, wake_at=min(timezone.now() + RENEW, *(standing.until for standing in found)))


def _wait(found: list[Standing], *, stop: Event, wake_at: datetime) -> None:
    """Wait until something was published, until ``wake_at``, or until ``stop``."""
    known = found[-1].mark
    while timezone.now() < wake_at and present_mark() == known:
        if stop.wait(LOOK_AGAIN):
            return
