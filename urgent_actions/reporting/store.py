"""Stores a report together with its total: all of it or nothing, and each once."""

from typing import Any

from django.db import connections, transaction

from ..models.reports import DIMENSIONS, Report, ReportTotal
from .running import add
from .straight import answered, is_straight

_FIELDS = [field for field in Report._meta.concrete_fields if field.attname not in ("id", "state")]
_OF_A_FLOOD = [
    field for field in _FIELDS if field.attname in ("translation_key", "site_id", "provenance", "target_id", "day")
]
_REPORT, _TOTAL = Report._meta.db_table, ReportTotal._meta.db_table
_DIMENSIONS = ", ".join(DIMENSIONS)
_SAME_FLOOD = " AND ".join(f"{field.column} = %s" for field in _OF_A_FLOOD)

# Reports that come in at the same instant do not know of each other: the flood is an alarm, and no limit. Whoever
# tells the same at the same moment is waited for, and then the report is theirs.
_INSERT = f"""
    INSERT INTO {_REPORT} ({", ".join(field.column for field in _FIELDS)}, state)
    VALUES ({", ".join(["%s"] * len(_FIELDS))}, CASE WHEN %s OR %s + (
        SELECT COALESCE(SUM(quantity), 0) FROM {_TOTAL} WHERE {_SAME_FLOOD}
    ) > %s THEN '{Report.State.HELD}' ELSE '{Report.State.COUNTED}' END)
    ON CONFLICT (translation_key, key) DO NOTHING
"""  # noqa: S608  # no word of it comes from outside
_INSERT_AND_ADD = f"""
    WITH told AS ({_INSERT} RETURNING id, state, quantity, {_DIMENSIONS}), added AS (
        INSERT INTO {_TOTAL} AS total ({_DIMENSIONS}, reports, quantity)
        SELECT {_DIMENSIONS}, 1, quantity FROM told WHERE state = '{Report.State.COUNTED}'
        ON CONFLICT ({_DIMENSIONS})
        DO UPDATE SET reports = total.reports + 1, quantity = total.quantity + excluded.quantity
    ) SELECT id, state FROM told
"""  # noqa: S608  # no word of it comes from outside


def store(report: Report, *, doubted: bool, flood_limit: int | None) -> bool:
    """Store a new report and add it to its total, or hold it; return False where one with its key is there already.

    It is held if it is ``doubted``, or if its letters and those of the day, to this target and known in this way, are
    more than ``flood_limit`` (None: they may be as many as they are). Id and state are set on the report.
    """
    given = [*_values(report, _FIELDS), doubted, report.quantity, *_values(report, _OF_A_FLOOD), flood_limit]
    return _at_once(report, given) if is_straight() else _one_after_the_other(report, given)


def _at_once(report: Report, given: list[Any]) -> bool:
    """Store it in one statement, which is a transaction of its own: nobody can stop in the middle of it."""
    for report.pk, report.state in answered(_INSERT_AND_ADD, given):
        return True
    return False


@transaction.atomic
def _one_after_the_other(report: Report, given: list[Any]) -> bool:
    with connections["default"].cursor() as cursor:
        cursor.execute(_INSERT, given)
        if cursor.rowcount == 0:
            return False
    stored = Report.objects.get(translation_key=report.translation_key, key=report.key)
    report.pk, report.state = stored.pk, stored.state
    if report.state == Report.State.COUNTED:
        add(report)
    return True


def _values(report: Report, fields: list[Any]) -> list[Any]:
    """Return what these fields hold, as the database takes it."""
    database = connections["default"]
    return [field.get_db_prep_save(getattr(report, field.attname), database) for field in fields]
