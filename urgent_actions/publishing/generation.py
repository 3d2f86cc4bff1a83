"""The number of the present state of all that is public: by it a memory knows whether it may still speak."""

import uuid
from typing import Any

from django.db import connection, models, transaction

from ..models.publications import Generation

_ROW = 1
_SQL = "SELECT value, nonce FROM urgent_actions_generation WHERE id = 1"  # asked on every request, so in plain SQL


def hold() -> None:
    """Make whoever changes what is public wait for each other until the transaction ends. Only inside one."""
    if not Generation.objects.select_for_update().filter(pk=_ROW).exists():
        Generation.objects.get_or_create(pk=_ROW)


def advance() -> int:
    """Say that what is public has changed; return the number of the new state."""
    with transaction.atomic():
        hold()
        Generation.objects.filter(pk=_ROW).update(value=models.F("value") + 1, nonce=uuid.uuid4())
        return Generation.objects.values_list("value", flat=True).get(pk=_ROW)


def present() -> tuple[Any, ...]:
    """Return the mark of the present state, in one query: equal marks, same state."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL)
        return cursor.fetchone() or (0, None)
