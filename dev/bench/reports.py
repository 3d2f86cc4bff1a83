"""How fast reports are taken and totals are read: ``python -m dev.bench.reports taken``, on a database of the bench."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count, cycle
from typing import Any
from uuid import UUID, uuid4

import django
from django.db import connection
from django.test.utils import CaptureQueriesContext

from . import figures
from .comparisons import is_wanted
from .figures import Round, Row
from .site_environment import ROOT, site_environment
from .terminal import Failed, say

# Short ones: a report takes half a millisecond, and whatever else runs on the machine comes and goes.
ROUNDS = 21
REPORTS = 200
READINGS = 30
FEW, MANY = 1_000, 10_000_000
TAKEN = Row("reports/insert", "reports taken, against a bare INSERT of one row", "", figures.speed(0.25))
# The rows of one urgent action lie among those of all others, and no more beside each other: not quite once.
READ = Row("totals/growth", f"totals read, of {MANY:,} reports against {FEW:,}", "", figures.time(1.5))
PUBLIC = Row("public-totals/growth", "the same, as the public reads them", "", figures.time(1.5))
ROWS = (TAKEN, READ, PUBLIC)
_PARTS = {"taken": [TAKEN], "totals": [READ, PUBLIC]}

_FEW, _MANY = "bench_few", "public"
"""Schemas of the database, so that both numbers are there at the same time and are asked in turn."""
_TABLES = ("urgent_actions_report", "urgent_actions_reporttotal")
_MEASURED = UUID(int=7)
_MOST = 1_000_000
"""So many of the reports are about the urgent action whose totals are read."""
# A thousand different kinds of letters: 4 channels, 25 countries, 10 days. Each report is one of them.
_LOAD = """
    INSERT INTO urgent_actions_report (translation_key, site_id, provenance, target_id, channel, country, language, day,
        page_id, quantity, key, note, state)
    SELECT CASE WHEN n <= {most} THEN '{measured}'::uuid ELSE md5((n / 2000)::text)::uuid END, {site}, 'self_reported',
        'target', (ARRAY['email', 'post', 'fax', 'social'])[1 + n % 4], chr(65 + n / 4 % 25) || 'A', 'en',
        date '2026-01-01' + n / 100 % 10, 1, 1, lpad(to_hex(n), 64, '0'), '', 'counted'
    FROM generate_series(1, {reports}) n
"""
_TOTAL = """
    INSERT INTO urgent_actions_reporttotal (translation_key, site_id, provenance, target_id, channel, country, language,
        day, reports, quantity)
    SELECT translation_key, site_id, provenance, target_id, channel, country, language, day, count(*), sum(quantity)
    FROM urgent_actions_report GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
"""


def measured(database_url: str, *, documents: int, only: Sequence[str]) -> Iterator[Row]:
    """Yield the rows, measured in a process of their own; the reports are thrown away afterwards."""
    for part, rows in _PARTS.items():
        if any(is_wanted(row.name, only) for row in rows):
            yield from _measured(part, [replace(row, documents=f"{documents:,}") for row in rows], database_url)


def _measured(part: str, rows: list[Row], database_url: str) -> list[Row]:
    command = [sys.executable, "-m", "dev.bench.reports", part]
    done = subprocess.run(
        command, check=False, cwd=ROOT, env=site_environment(database_url), stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        return [replace(row, missing=f"{' '.join(command[1:])} failed, see above") for row in rows]
    found = json.loads(done.stdout.splitlines()[-1])
    return [replace(row, rounds=[Round(*pair) for pair in pairs]) for row, pairs in zip(rows, found, strict=True)]


def _rate(deed: Callable[[], object], times: int) -> float:
    started = time.perf_counter()
    for _ in range(times):
        deed()
    return times / (time.perf_counter() - started)


def _taken() -> list[tuple[float, float]]:
    """Return the rates of reports and of bare rows, each committed by itself."""
    record, insert = _record(), _insert()
    for deed in (record, insert):
        _rate(deed, REPORTS)
    return [(_rate(record, REPORTS), _rate(insert, REPORTS)) for _ in range(ROUNDS)]


def _record() -> Callable[[], object]:
    """Return what takes the next report, on one of a hundred urgent actions that are open."""
    from django.utils import timezone

    from urgent_actions.models import Edition, SectionSettings
    from urgent_actions.reporting.record import Told, record

    # What is held would be less work.
    SectionSettings.objects.update(flood_limit=2_000_000_000)
    moment = timezone.now()
    open_ = Edition.objects.in_force(moment=moment).writable().order_by("publication_id")[:100]
    targets = [(each.publication_id, _target(json.loads(each.detail))) for each in open_]
    turn = cycle(targets)

    def taken() -> None:
        page_id, target = next(turn)
        told = Told(page_id=page_id, target=target, channel="email", quantity=1, key=uuid4().hex, country="DE")
        record(told, moment=moment)

    return taken


def _target(detail: dict[str, Any]) -> str:
    return next(str(each["id"]) for each in detail["targets"] if each["type"] == "target")


def _insert() -> Callable[[], object]:
    """Return what inserts the next row into a table like that of the reports, with all its indexes, and no more."""
    serial = count()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_bare")
        cursor.execute("CREATE TABLE bench_bare (LIKE urgent_actions_report INCLUDING ALL)")
    columns = {
        "translation_key": _MEASURED,
        "site_id": 1,
        "provenance": "self_reported",
        "target_id": str(uuid4()),
        "channel": "email",
        "country": "DE",
        "language": "en",
        "day": "2026-01-01",
        "page_id": 1,
        "quantity": 1,
        "note": "",
        "state": "counted",
        "key": "",
    }
    names, places = ", ".join(columns), ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO bench_bare ({names}) VALUES ({places})"  # noqa: S608  # no word of it comes from outside
    values = [*columns.values()][:-1]

    def inserted() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, [*values, f"{next(serial):064x}"])

    return inserted


def _read() -> list[list[tuple[float, float]]]:
    """Return the rates at which totals are read with many reports and with few, for the editor and for the public."""
    from urgent_actions.reporting.tally import public_totals, totals_of

    started = time.monotonic()
    for schema, reports in ((_FEW, FEW), (_MANY, MANY)):
        _load(schema, reports)
    say(f"  {MANY:,} reports in {time.monotonic() - started:.0f} s")
    readings = (lambda: totals_of(_MEASURED), lambda: public_totals(_MEASURED, totals_from=1))
    return [[(_reading(_MANY, deed), _reading(_FEW, deed)) for _ in range(ROUNDS)] for deed in readings]


def _reading(schema: str, deed: Callable[[], object]) -> float:
    """Return the rate with the tables of this schema."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET search_path TO {schema}, public")
    with CaptureQueriesContext(connection) as asked:
        deed()
    if len(asked) != 1:
        raise Failed(f"Totals are read in {len(asked)} queries.")
    return _rate(deed, READINGS)


def _load(schema: str, reports: int) -> None:
    """Make tables with so many reports, and as many totals as come of them."""
    from wagtail.models import Site

    site = Site.objects.values_list("pk", flat=True).order_by("pk")[0]
    with connection.cursor() as cursor:
        if schema != "public":
            cursor.execute(f"CREATE SCHEMA {schema}")
            for table in _TABLES:
                cursor.execute(f"CREATE TABLE {schema}.{table} (LIKE public.{table} INCLUDING ALL)")
        cursor.execute(f"SET search_path TO {schema}, public")
        cursor.execute(_LOAD.format(most=_MOST, measured=_MEASURED, site=site, reports=reports))
        cursor.execute(_TOTAL)
        cursor.execute(f"VACUUM ANALYZE {', '.join(_TABLES)}")


def _forget() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET search_path TO public; DROP SCHEMA IF EXISTS {_FEW} CASCADE")
        cursor.execute(f"TRUNCATE {', '.join(_TABLES)}")
        cursor.execute("DROP TABLE IF EXISTS bench_bare")


def _measure(part: str) -> list[list[tuple[float, float]]]:
    _forget()
    try:
        return [_taken()] if part == "taken" else _read()
    finally:
        _forget()


if __name__ == "__main__":
    django.setup()
    print(json.dumps(_measure(sys.argv[1])))
