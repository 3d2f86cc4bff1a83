"""The number of the present state of all that is public, and the lock of whoever changes any of it."""

import uuid

from django.db import models, transaction
from django.dispatch import Signal

from ..models.publications import Generation

advancing = Signal()
"""Sent inside the transaction that changes what is public, once it has the lock: what may hide something, hides it."""


def hold() -> Generation:
    """Make whoever changes what is public wait for each other until the transaction ends; return the present state.

    Only inside a transaction. Databases without row locks write one at a time anyway.
    """
    rows = Generation.objects.select_for_update().filter(pk=Generation.ONLY)
    for row in rows:
        return row
    Generation.objects.get_or_create(pk=Generation.ONLY)
    return rows.get()


def hold_by_writing() -> None:
    """Hold as ``hold`` does, where nothing will be written: a database without row locks knows no other lock."""
    if not Generation.objects.filter(pk=Generation.ONLY).update(value=models.F("value")):
        hold()


def advance(held: Generation | None = None) -> int:
    """Say that what is public has changed; return the number of the new state.

    ``held``: what ``hold`` returned in this transaction, to spare its query.
    """
    with transaction.atomic(savepoint=False):
        number = (held or hold()).value + 1
        Generation.objects.filter(pk=Generation.ONLY).update(value=number, nonce=uuid.uuid4())
        # Whatever hinders a receiver, a stop must not wait for it.
        advancing.send_robust(sender=Generation)
        return number
