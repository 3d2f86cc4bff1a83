"""A worker is killed in the middle of its work: nothing is lost, and what is told again is not counted again."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest
from django.db import connection

from tests import factories
from tests.reporting import doomed
from tests.reporting.telling import told
from urgent_actions.models import Report, ReportTotal
from urgent_actions.reporting.rebuild import rebuild
from urgent_actions.reporting.record import Told, record

ROOT = Path(__file__).parent.parent.parent

pytestmark = [
    pytest.mark.needs_postgresql,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def ask(sql: str) -> list[tuple[object, ...]]:
    """Return what the database answers on the connection of the test."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def worker(report: Told) -> "Iterator[subprocess.Popen[str]]":
    """Yield a process that records this report in the database of the test, and has begun."""
    database = connection.settings_dict
    password = f":{database['PASSWORD']}" if database["PASSWORD"] else ""
    url = f"postgres://{database['USER']}{password}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    command = [sys.executable, "-m", "tests.reporting.doomed"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            process.stdin.write(json.dumps(asdict(report)))
            process.stdin.close()
            assert process.stdout.readline() == "begun\n"
            yield process
        finally:
            process.kill()


@pytest.fixture
def stopping(request: pytest.FixtureRequest) -> Iterator[None]:
    """The worker stops where it has changed this table, and nobody else does; nobody lets it go on but the test."""
    ask(doomed.STOPS_NO_MORE)
    ask(doomed.STOPS_HERE.format(table=request.param._meta.db_table))
    ask(f"SELECT pg_advisory_lock({doomed.HERE})")
    yield
    ask("SELECT pg_advisory_unlock_all()")
    ask(doomed.STOPS_NO_MORE)


def killed_on_its_way(process: "subprocess.Popen[str]") -> int:
    """Kill the worker in the place where it stops; return its session in the database, which is there still."""
    ask(f"SELECT pg_advisory_lock({doomed.ALIVE})")
    ((session, state),) = ask("SELECT pid, state FROM pg_stat_activity WHERE application_name = 'doomed'")
    assert state == "active"
    process.kill()
    process.wait()
    return int(str(session))


def the_session_ends_too(session: int) -> None:
    """End it in the midst of what it does, as when the machine loses its power."""
    assert ask(f"SELECT pg_terminate_backend({session}, 30000)") == [(True,)]


def the_session_goes_on(session: int) -> None:
    """Let it do what it was asked for, until it wants to tell the worker and finds nobody."""
    ask(f"SELECT pg_advisory_unlock({doomed.HERE})")
    ask(f"SELECT pg_advisory_lock({doomed.HERE})")


def stored() -> tuple[int, list[tuple[int, int]]]:
    """Return the number of reports, and reports and letters of each total."""
    return Report.objects.count(), list(ReportTotal.objects.values_list("reports", "quantity"))


@pytest.mark.parametrize("stopping", [Report, ReportTotal], indirect=True)
def test_who_is_killed_on_the_way_leaves_nothing_half_done_and_told_again_it_counts(stopping: None) -> None:
    page = factories.published()
    report = told(page, quantity=2)
    with worker(report) as process:
        the_session_ends_too(killed_on_its_way(process))
    assert (stored(), rebuild(page.translation_key)) == ((0, []), 0)
    record(report, moment=factories.NOW)
    assert (stored(), rebuild(page.translation_key)) == ((1, [(1, 2)]), 0)


@pytest.mark.parametrize("stopping", [Report, ReportTotal], indirect=True)
def test_what_the_database_still_did_for_who_was_killed_is_whole_and_told_again_counts_no_more(stopping: None) -> None:
    page = factories.published()
    report = told(page, quantity=2)
    with worker(report) as process:
        the_session_goes_on(killed_on_its_way(process))
    assert (stored(), rebuild(page.translation_key)) == ((1, [(1, 2)]), 0)
    record(report, moment=factories.NOW)
    assert (stored(), rebuild(page.translation_key)) == ((1, [(1, 2)]), 0)


@pytest.mark.parametrize("stopping", [ReportTotal], indirect=True)
def test_who_is_killed_while_adding_to_a_total_leaves_the_total_of_others_as_it_was(stopping: None) -> None:
    page = factories.published()
    record(told(page, quantity=3), moment=factories.NOW)
    report = told(page, quantity=2)
    with worker(report) as process:
        the_session_ends_too(killed_on_its_way(process))
    assert (stored(), rebuild(page.translation_key)) == ((1, [(1, 3)]), 0)
    record(report, moment=factories.NOW)
    assert (stored(), rebuild(page.translation_key)) == ((2, [(2, 5)]), 0)


def test_who_is_killed_before_the_answer_has_counted_and_told_again_it_counts_no_more() -> None:
    page = factories.published()
    report = told(page, quantity=2)
    with worker(report) as process:
        assert process.stdout.readline() == "recorded\n"
        process.kill()
        process.wait()
    assert (stored(), rebuild(page.translation_key)) == ((1, [(1, 2)]), 0)
    (kept,) = Report.objects.values_list("pk", flat=True)
    assert record(report, moment=factories.NOW).id == kept
    assert (stored(), rebuild(page.translation_key)) == ((1, [(1, 2)]), 0)
