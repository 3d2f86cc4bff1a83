"""The mark of the present state of all that is public: asked by every memory before it speaks, so in few words."""

import uuid
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from django.db import OperationalError, connections

from ..models.publications import Generation

_TABLE = Generation._meta.db_table
_PRESENT = f"SELECT value, nonce FROM {_TABLE} WHERE id = {Generation.ONLY}"  # noqa: S608  # no word from outside
_NAME = b"urgent_actions_present"
_TUPLES_OK = 2
"""PGRES_TUPLES_OK of libpq."""
_prepared: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()

Mark = tuple[Any, ...]


def present(database: Any = None) -> Mark:
    """Return the mark of the present state, in one query: equal marks, same state.

    ``database``: the connection on which to ask, the default one if none is given.

    As a rule it is the first query of a request, so it is the check of the connection, too: where Django would ask
    ``SELECT 1`` before it, this one is asked again on a new connection if the old one is lost.
    """
    connection: Any = database or connections["default"]
    connection.health_check_done = True
    try:
        return _straight(connection) or _asked(connection)
    except OperationalError:
        if connection.in_atomic_block:
            raise
        connection.close()
        return _asked(connection)


def _asked(connection: Any) -> Mark:
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT)
        return cursor.fetchone() or (0, None)


def _straight(connection: Any) -> Mark | None:
    """Return the mark as PostgreSQL's own library has it; None where the long way has to be gone.

    Half of what the long way costs is not the database but the layers above it, and this is asked at every request.
    Whoever logs or counts queries gets to see them.
    """
    if connection.vendor != "postgresql" or connection.queries_logged or connection.execute_wrappers:
        return None
    if connection.connection is None:
        connection.ensure_connection()
    library = getattr(connection.connection, "pgconn", None)
    if library is None:
        return None
    with connection.wrap_database_errors:
        result = _result(connection.connection, library)
    if result.status != _TUPLES_OK or not result.ntuples:
        return None
    return _mark(result.get_value(0, 0), result.get_value(0, 1))


@lru_cache(maxsize=1)
def _mark(value: bytes, nonce: bytes) -> Mark:
    return int(value), uuid.UUID(nonce.decode())


def _result(connection: Any, library: Any) -> Any:
    # None, Django's default: a pooler may give each query to another session, which knows nothing of what was prepared.
    if connection.prepare_threshold is None:
        return library.exec_(_PRESENT.encode())
    if connection not in _prepared:
        library.prepare(_NAME, _PRESENT.encode())
        _prepared[connection] = True
    return library.exec_prepared(_NAME, None)
