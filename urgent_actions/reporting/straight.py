"""The straight way to PostgreSQL, for statements that come with every report.

Django takes longer to write such a statement, and PostgreSQL to plan it, than it takes to do what it says. So each is
written once, and planned once for a connection.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connections


def is_straight() -> bool:
    """Say whether there is such a way: on PostgreSQL there is."""
    return connections["default"].vendor == "postgresql"


def answered(statement: str, given: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return the rows that PostgreSQL answers to a statement, which has the same text each time it comes."""
    database: Any = connections["default"]
    if not _keeps_plans(database):
        with database.cursor() as cursor:
            cursor.execute(statement, given)
            return list(cursor.fetchall())
    database.ensure_connection()
    database.validate_no_broken_transaction()
    with database.wrap_database_errors:
        cursor = database.Database.Cursor(database.connection)
        return list(cursor.execute(statement, given, prepare=True).fetchall())


def _keeps_plans(database: Any) -> bool:
    """Say no where a pooler may give each statement to another session, and where somebody logs or counts them."""
    if database.queries_logged or database.execute_wrappers or not hasattr(database.Database, "Cursor"):
        return False
    database.ensure_connection()
    return getattr(database.connection, "prepare_threshold", None) is not None
