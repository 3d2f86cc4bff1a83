"""The published tree through nginx, against any static file of that size through the same nginx."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import which

from . import figures
from .figures import Row
from .load import Pace, Side, with_rounds
from .postgresql import free_port
from .servers import Server, running
from .site_environment import ROOT
from .terminal import Failed, NotThereYet

ROW = Row("tree/nginx", "published tree against a static file", "", figures.speed(0.95))
PLAIN = "/any.json"
_CONF = """
{user}
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log stderr error;
events {{ worker_connections 256; }}
http {{
    access_log off;
    default_type application/json;
    sendfile on;
    keepalive_requests 1000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location = {plain} {{ root {folder}/plain; }}
        {tree}
    }}
}}
"""


def measured(body: bytes, *, documents: int, folder: Path, pace: Pace) -> Row:
    """Return the row of the tree; ``body`` is a detail, whose size both sides send."""
    row = replace(ROW, documents=f"{documents:,}")
    paths: list[str] = []
    missing = conf = ""
    try:
        paths, conf = _published_tree(folder)
    except NotThereYet as error:
        missing = str(error)
    with _nginx(folder, body, tree=conf) as server:
        ours = Side(server, paths) if paths else None
        return with_rounds(row, ours, Side(server, [PLAIN]), pace=pace, missing=missing)


def _published_tree(folder: Path) -> tuple[list[str], str]:
    """Write the tree; return the addresses of some details in it, and the ``location`` blocks that serve it.

    To be filled in when there is a command that writes it. The blocks are those that docs/how-to tells people to use,
    so that what is measured is what is recommended.
    """
    command = ROOT / "urgent_actions" / "management" / "commands" / "publish_tree.py"
    if not command.exists():
        raise NotThereYet("there is no command publish_tree")
    raise NotThereYet(f"publish_tree is there, but dev/bench/tree.py does not know how to serve {folder} yet")


@contextmanager
def _nginx(folder: Path, body: bytes, *, tree: str) -> Iterator[Server]:
    program = which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    if program is None:
        raise Failed("There is no nginx: apt install nginx")
    (folder / "plain").mkdir(parents=True, exist_ok=True)
    (folder / "plain" / PLAIN[1:]).write_bytes(body)
    port, conf = free_port(), folder / "nginx.conf"
    # Another user than root may not look into a temp folder of root's.
    user = "user root;" if os.geteuid() == 0 else ""
    conf.write_text(_CONF.format(user=user, folder=folder, port=port, plain=PLAIN, tree=tree))
    command = [program, "-p", str(folder), "-e", "stderr", "-c", str(conf)]
    with running(command, port=port, environment={}, log=folder / "nginx.log", ask=PLAIN) as server:
        yield server
