"""The number of the present state of all that is public: by it a memory knows whether it may still speak."""

import uuid
from typing import Any

from django.db import OperationalError, connection, models, transaction
from django.dispatch import Signal

from ..models.publications import Generation

_ROW = 1
# Asked on every request, so in plain SQL.
_PRESENT = f"SELECT value, nonce FROM {Generation._meta.db_table} WHERE id = {_ROW}"  # noqa: S608  # no word from outside

advancing = Signal()
"""Sent inside the transaction that changes what is public, once it has the lock: what may hide something, hides it."""


def hold() -> Generation:
    """Make whoever changes what is public wait for each other until the transaction ends; return the present state.

    Only inside a transaction. Databases without row locks write one at a time anyway.
    """
    rows = Generation.objects.select_for_update().filter(pk=_ROW)
    for row in rows:
        return row
    Generation.objects.get_or_create(pk=_ROW)
    return rows.get()


def hold_by_writing() -> None:
    """Hold as ``hold`` does, where nothing will be written: a database without row locks knows no other lock."""
    if not Generation.objects.filter(pk=_ROW).update(value=models.F("value")):
        hold()


def advance() -> int:
    """Say that what is public has changed; return the number of the new state."""
    with transaction.atomic(savepoint=False):
        number = hold().value + 1
        Generation.objects.filter(pk=_ROW).update(value=number, nonce=uuid.uuid4())
        # Whatever hinders a receiver, a stop must not wait for it.
        advancing.send_robust(sender=Generation)
        return number


def present() -> tuple[Any, ...]:
    """Return the mark of the present state, in one query: equal marks, same state.

    As a rule it is the first query of a request, so it is the check of the connection, too: where Django would ask
    ``SELECT 1`` before it, this one is asked again on a new connection if the old one is lost.
    """
    connection.health_check_done = True  # type: ignore[attr-defined]  # missing in the stubs
    try:
        return _asked()
    except OperationalError:
        if connection.in_atomic_block:
            raise
        connection.close()
        return _asked()


def _asked() -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT)
        return cursor.fetchone() or (0, None)
