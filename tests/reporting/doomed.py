"""A worker that does not live to give its answer: ``python -m tests.reporting.doomed``, with a report on its input.

It says where it is on its output, and lives on until somebody kills it.
"""

import json
import sys
from typing import Any

import django
from django.db import connection

NAME = "doomed"
ALIVE, HERE = 7001, 7002
"""Advisory locks: the worker has the first one until it gets to the place, and waits there for the second one."""
STOPS_HERE = f"""
CREATE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF current_setting('application_name') = '{NAME}' THEN
        PERFORM pg_advisory_unlock({ALIVE});
        PERFORM pg_advisory_lock({HERE});
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE ON {{table}} FOR EACH ROW EXECUTE FUNCTION {NAME}();
"""
STOPS_NO_MORE = f"DROP FUNCTION IF EXISTS {NAME}() CASCADE"


def main() -> None:
    """Record the report; say ``begun`` before, and ``recorded`` after."""
    django.setup()
    # Not before Django is set up.
    from tests import factories
    from urgent_actions.reporting.record import Told, record
    from urgent_actions.rules.reports import Provenance

    told: dict[str, Any] = json.load(sys.stdin)
    with connection.cursor() as cursor:
        cursor.execute(f"SET application_name = '{NAME}'")
        cursor.execute(f"SELECT pg_advisory_lock({ALIVE})")
    say("begun")
    record(Told(**{**told, "provenance": Provenance(told["provenance"])}), moment=factories.NOW)
    say("recorded")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_advisory_lock({HERE})")


def say(where: str) -> None:
    """Tell whoever waits."""
    sys.stdout.write(f"{where}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
