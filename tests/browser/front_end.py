"""The example front end of the docs beside the demo that it fetches from, each on a port of its own."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "docs" / "examples" / "front-end"
API = "http://127.0.0.1:8000/api/v2"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def example(folder: Path) -> Iterator[str]:
    """Serve the example from ``folder``; give its address."""
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def install(folder: Path, *, site: str) -> None:
    """Put the example into ``folder`` as it is, but for the one line that says where the API is."""
    for file in EXAMPLE.iterdir():
        text = file.read_text(encoding="utf-8")
        if file.name == "client.js":
            assert text.count(API) == 1
            text = text.replace(API, f"{site}/api/v2")
        (folder / file.name).write_text(text, encoding="utf-8")


@contextmanager
def demo(folder: Path, *, front_end: str) -> Iterator[str]:
    """Run the demo for a front end, as `make run` does; give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "DEMO_DIR": str(folder),
        "FRONT_END_URL": front_end,
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "manage.py", "demo", "--port", str(port)]
    with (
        (folder / "log").open("w", encoding="utf-8") as log,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, text=True) as server,
    ):
        assert server.stdout is not None
        said = iter(server.stdout.readline, "")
        assert any("Quit the server" in line for line in said), "The demo did not start."
        yield f"http://127.0.0.1:{port}"
        server.terminate()
        server.stdout.read()
