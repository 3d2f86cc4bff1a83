"""Load by wrk, in short rounds that alternate between two sides, so that what the machine does besides cancels out."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .figures import Round, Row
from .servers import WORKERS, Server
from .terminal import Failed

CONNECTIONS = 8
# One thread asks more than two cores can answer, and leaves them to the servers.
THREADS = 1
REQUESTS_AT_LEAST = 40
LONGEST = 30.0
# So often is each address asked for, by chance, before it counts: a process that has not met it yet is rare then.
ASKED_EACH = 8 * WORKERS
LONGEST_WARM_UP = 90.0
SCRIPT = Path(__file__).with_name("wrk.lua")


@dataclass(frozen=True, slots=True)
class Side:
    """Where requests go to, and what they ask for.

    ``etags``: what the client says it has, for each path. ``remembers``: the server answers faster the second time.
    """

    server: Server
    paths: Sequence[str]
    etags: Sequence[str] = ()
    remembers: bool = False

    def hot(self) -> "Side":
        """Return the same with its first address only."""
        return replace(self, paths=self.paths[:1], etags=self.etags[:1])


@dataclass(frozen=True, slots=True)
class Pace:
    """How many rounds, and for how long each side is asked in each."""

    rounds: int
    seconds: float

    def shorter(self) -> "Pace":
        """Return a pace for what is measured besides."""
        return Pace(rounds=max(1, self.rounds // 2), seconds=self.seconds)


def with_rounds(row: Row, ours: Side | None, baseline: Side | None, *, pace: Pace, missing: str = "") -> Row:
    """Return the row with what was measured, many addresses and one; of a side that is not there, nothing.

    What goes wrong is written into the row, so that the others are measured nevertheless.
    """
    try:
        row = replace(row, missing=missing, rounds=rounds(ours, baseline, pace=pace))
        if ours is None or baseline is None:
            return row
        return replace(row, hot=rounds(ours.hot(), baseline.hot(), pace=pace.shorter()))
    except Failed as error:
        return replace(row, missing=str(error))


def rounds(ours: Side | None, baseline: Side | None, *, pace: Pace) -> list[Round]:
    """Return what both sides do each second, in alternating order; the rate of a side that is None is 0."""
    sides = (ours, baseline)
    seconds = [_long_enough(side, pace.seconds) if side else 0.0 for side in sides]
    found = []
    for number in range(pace.rounds):
        rates = [0.0, 0.0]
        # Whoever comes second finds the machine as the first one left it.
        for which in (0, 1) if number % 2 == 0 else (1, 0):
            if side := sides[which]:
                rates[which] = rate(side, seconds=seconds[which])
        found.append(Round(ours=rates[0], baseline=rates[1]))
    return found


def _long_enough(side: Side, seconds: float) -> float:
    """Warm a side up; return how long to ask it, so that a slow one answers often enough to be counted."""
    # The first answer of a process takes longer than all others.
    found = WORKERS / min(_seconds(side) for _ in range(3))
    # Else not one of the requests of the first second would come back in it.
    if found > CONNECTIONS:
        found = _warm(side)
    return min(max(seconds, REQUESTS_AT_LEAST / found), LONGEST)


def _seconds(side: Side) -> float:
    started = time.monotonic()
    side.server.get(side.paths[-1])
    return time.monotonic() - started


def _warm(side: Side) -> float:
    """Ask until there is nothing more to remember; return the rate then.

    What counts is the side with its memory full, as in most hours of a day; the cold one is measured apart.
    """
    found = rate(side, seconds=1)
    asked, started = found, time.monotonic()
    while side.remembers and asked < ASKED_EACH * len(side.paths) and time.monotonic() - started < LONGEST_WARM_UP:
        found = rate(side, seconds=2)
        asked += 2 * found
    return found


def rate(side: Side, *, seconds: float) -> float:
    """Return how many requests a side answers each second; raise Failed if one of them is not what was asked for."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as addresses:
        etags = side.etags or [""] * len(side.paths)
        addresses.writelines(f"{path}\t{etag}\n" for path, etag in zip(side.paths, etags, strict=True))
        addresses.flush()
        # Whole seconds are all that it takes.
        how = [f"--threads={THREADS}", f"--connections={CONNECTIONS}", f"--duration={max(1, round(seconds))}s"]
        url = f"http://127.0.0.1:{side.server.port}/"
        command = [_wrk(), *how, "--timeout=60s", f"--script={SCRIPT}", url, addresses.name]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    line = next((each for each in done.stdout.splitlines() if each.startswith("BENCH ")), None)
    if line is None:
        raise Failed(f"wrk has no result: {done.stdout}{done.stderr}")
    requests, microseconds, refused, broken = map(int, line.split()[1:])
    if refused or broken:
        raise Failed(f"{refused} of {requests} answers were errors and {broken} failed, such as {side.paths[0]}")
    if not requests:
        raise Failed(f"no answer in {seconds:.0f} s, such as to {side.paths[0]}")
    found = requests / (microseconds / 1_000_000)
    # What was under way at the end is worked on still, and must not slow down whoever is measured next.
    time.sleep(min(CONNECTIONS / found, LONGEST))
    return found


def _wrk() -> str:
    found = shutil.which("wrk")
    if found is None:
        raise Failed("There is no wrk: apt install wrk")
    return found
