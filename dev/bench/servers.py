"""The servers that are measured: processes on loopback, from ``with`` to its end."""

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .postgresql import free_port
from .site_environment import ROOT
from .terminal import Failed

# One more than there are cores: with these the site answers most. With two, a core is idle while PostgreSQL answers.
WORKERS = 3
SECONDS_TO_START = 60
SECONDS_TO_END = 30

# Each as it is by itself but for the number of its processes, which is the same for both sides.
COMMANDS = {
    "gunicorn": ("gunicorn", "{app}", "--workers={workers}", "--bind=127.0.0.1:{port}", "--log-level=warning"),
    "gthread": (
        *("gunicorn", "{app}", "--workers={workers}", "--bind=127.0.0.1:{port}", "--log-level=warning"),
        *("--worker-class=gthread", "--threads=2"),
    ),
    "granian": (
        *("granian", "{app}", "--workers={workers}", "--port={port}", "--log-level=warning"),
        "--interface=wsgi",
    ),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one request."""

    status: int
    etag: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """Something that listens on a port of loopback."""

    port: int

    def get(self, path: str, *, etag: str = "") -> Answer:
        """Return the answer to a GET request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={"If-None-Match": etag} if etag else {})
        response = connection.getresponse()
        return Answer(response.status, response.getheader("ETag") or "", response.read())


@contextmanager
def serve(kind: str, app: str, environment: Mapping[str, str], *, log: Path, ask: str) -> Iterator[Server]:
    """Run a WSGI application under a server of ``COMMANDS``, ready when it answers ``ask``."""
    port = free_port()
    module, *arguments = (each.format(app=app, workers=WORKERS, port=port) for each in COMMANDS[kind])
    with running(
        [sys.executable, "-m", module, *arguments], port=port, environment=environment, log=log, ask=ask
    ) as it:
        yield it


@contextmanager
def running(command: list[str], *, port: int, environment: Mapping[str, str], log: Path, ask: str) -> Iterator[Server]:
    """Run a command that listens on ``port`` until the end of the ``with``."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=dict(environment), stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        server = Server(port)
        _wait_for(server, process, ask=ask, log=log)
        yield server
    finally:
        # To the one process that we started; it ends its workers itself.
        process.terminate()
        try:
            process.wait(timeout=SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait_for(server: Server, process: "subprocess.Popen[bytes]", *, ask: str, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    said = "nothing"
    while time.monotonic() < until and process.poll() is None:
        try:
            answer = server.get(ask)
        except OSError:
            time.sleep(0.1)
            continue
        if answer.status == 200:
            return
        said = f"{answer.status} to {ask}"
        break
    tail = "\n".join(log.read_text(errors="replace").splitlines()[-20:])
    raise Failed(f"{process.args!r} does not serve; it said {said}. Its log ends with:\n{tail}")
