"""A real nginx on loopback, with the configuration that the documentation recommends."""

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests import machine
from tests.reference.tables import ROOT

EXAMPLES = ROOT / "docs" / "examples" / "nginx"
SECONDS_TO_START = 20
_FRAME = """
load_module {module};
{user}
daemon off;
worker_processes 1;
pcre_jit on;
pid {folder}/pid;
error_log stderr error;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What nginx said."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Nginx:
    """A running nginx."""

    port: int

    def ask(self, path: str, *, method: str = "GET", host: str = "localhost", **headers: str) -> Answer:
        """Return the answer to a request; ``headers`` with underscores for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": host, **named})
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.getheaders()), response.read())
        connection.close()
        return answer


def free_port() -> int:
    """Return a port of loopback on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def noon_zone(now: datetime | None = None) -> str:
    """Return a time zone in which it is about noon: no day ends while nginx, whose clock nobody sets, is asked.

    Shortly before a day ends there is no lease of pages, since they tell how many days are left.
    """
    ahead = 12 - (now or datetime.now(UTC)).hour
    return f"Etc/GMT{-ahead:+d}"


def example(name: str, replaced: dict[str, str]) -> str:
    """Return an example of the documentation, with other words for some; each word to be replaced is in it."""
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    for word, here in replaced.items():
        assert word in text
        text = text.replace(word, here)
    return text


@contextmanager
def running(conf: str, *, port: int, folder: Path, time_zone: str = "UTC") -> Iterator[Nginx]:
    """Run nginx with this in its ``http`` block until the end of the ``with``."""
    folder.mkdir(parents=True)
    # Another user than root may not look into a temp folder of root's.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "site.conf").write_text(conf, encoding="utf-8")
    frame = _FRAME.format(module=machine.BROTLI_MODULE, user=user, folder=folder)
    (folder / "nginx.conf").write_text(frame, encoding="utf-8")
    command = [machine.nginx() or "", "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "TZ": time_zone})
    try:
        _wait_for(port, process, log=folder / "log")
        yield Nginx(port)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int, process: "subprocess.Popen[bytes]", *, log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"nginx does not start: {log.read_text(errors='replace')}")
