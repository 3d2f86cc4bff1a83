"""Until when the tree is true: a web server hands a part of it out only where there is a lease of the present slot.

It cannot know that a deadline has passed, nor that the writer is dead. So leases are written for a short time ahead,
none for a slot in which something changes by itself, and they are taken away before anything else is done.
"""

from datetime import datetime, timedelta

from django.core.files.storage import Storage

from .layout import leases, slot, slots
from .storage import FolderStorage, listed, write

HORIZON = timedelta(minutes=10)
"""So long a tree is handed out after its writer, its database or its application has died."""
MARGIN = timedelta(seconds=5)
"""So much the clocks of the writer and of the web server may differ."""


def close(storage: Storage, part: str) -> None:
    """Take away all leases of a part: from here on, nothing of it is handed out."""
    for name in _stored(storage, part):
        storage.delete(f"{leases(part)}/{name}")


def renew(storage: Storage, part: str, *, moment: datetime, until: datetime) -> None:
    """Write the leases of the next time, for what changes by itself at ``until``; take away those that are over."""
    wanted = {str(number) for number in slots(moment, min(until - MARGIN, moment + HORIZON))}
    there = _stored(storage, part)
    for name in sorted(there - wanted):
        storage.delete(f"{leases(part)}/{name}")
    for name in sorted(wanted - there):
        _write(storage, part, name)


def is_open(storage: Storage, part: str, *, moment: datetime) -> bool:
    """Say whether a web server hands the part out at ``moment``."""
    return str(slot(moment)) in _stored(storage, part)


def _stored(storage: Storage, part: str) -> set[str]:
    folders, files = listed(storage, leases(part))
    return {*folders, *files}


def _write(storage: Storage, part: str, name: str) -> None:
    """Write one lease: in a folder it is the way to the part, so that to ask for it and to read is one deed."""
    if isinstance(storage, FolderStorage):
        storage.link(f"{leases(part)}/{name}", to=part)
    else:
        write(storage, f"{leases(part)}/{name}", b"lease\n")
