"""Runs the comparisons and prints one table: ``python -m dev.bench --help``."""

import argparse
import os
import platform
import signal
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from .figures import line, missed, table
from .load import Pace
from .postgresql import PostgreSQL
from .run import Run, rows
from .servers import COMMANDS
from .site_environment import ROOT
from .terminal import Failed, say

CORES = 2
# Whatever else runs on the machine takes from both sides, but not the same.
BUSY = 0.5
PACKAGES = ("django", "wagtail", "gunicorn", "granian")


def main() -> int:
    """Print the table, and what misses its aim; return the exit code, 0 if nothing does."""
    options = _options()
    pace = Pace(rounds=options.rounds, seconds=options.seconds)
    # What is started from here on stays on these, however many there are.
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    load = os.getloadavg()[0]
    found = []
    with tempfile.TemporaryDirectory(prefix="urgent-actions-bench-") as scratch, PostgreSQL(kept=options.keep) as pg:
        run = Run(pg, options.server, pace, only=options.only, trust=options.trust, scratch=Path(scratch))
        for row in rows(run, options.documents):
            say(f"  {line(row)}")
            found.append(row)
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    print(f"{CORES} of {os.cpu_count()} cores, Python {platform.python_version()}, {packages};")
    print(f"served by {options.server}, {pace.rounds} rounds of {pace.seconds} s a side, more for a slow one;")
    print(f"load average before {load:.1f}{': others were busy, measure again alone' if load > BUSY else ''}.\n")
    print(table(found))
    if failures := missed(found):
        print(f"\n{failures}")
    return 1 if failures else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m dev.bench",
        description="Compare the plugin's speed to baselines in the same run. Exits with 1 if a row misses its aim.",
    )
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000, 100_000], metavar="N")
    parser.add_argument(
        "--only",
        type=lambda text: text.split(","),
        default=[],
        metavar="NAMES",
        help="rows by name or by either part of it, with commas: detail,list/stock",
    )
    parser.add_argument("--server", choices=COMMANDS, default="granian")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3, help="for each side in each round; a slow side gets more")
    parser.add_argument(
        "--keep",
        type=Path,
        nargs="?",
        const=ROOT / "var" / "bench",
        metavar="FOLDER",
        help="keep the databases for the next run, in var/bench if no folder is named",
    )
    parser.add_argument("--trust", action="store_true", help="take kept publications though the plugin has changed")
    return parser.parse_args()


if __name__ == "__main__":
    # What was started is ended also when somebody asks us to end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except Failed as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
