"""The published tree through nginx, against static files of that size through the same nginx."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from . import addresses, figures
from .figures import Row
from .load import Pace, Side, with_rounds
from .postgresql import free_port
from .servers import Server, running
from .site_environment import ROOT, site_environment
from .terminal import Failed, say

ROW = Row("tree/nginx", "published tree against static files", "", figures.speed(0.95))
# What is measured is what people are told to use.
EXAMPLE = ROOT / "docs" / "examples" / "nginx" / "urgent-actions.conf"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
SECONDS_TO_WRITE = 3600
# Nobody is there: an answer that is not out of the tree is an error, and is seen.
NO_APPLICATION = "server 127.0.0.1:1;"
_CONF = """
load_module {brotli};
{user}
daemon off;
worker_processes 2;
pcre_jit on;
pid {folder}/nginx.pid;
error_log stderr error;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/tree.conf;
    server {{
        listen 127.0.0.1:{plain};
        default_type application/json;
        root {folder}/plain;
    }}
}}
"""


def measured(database_url: str, *, ids: Sequence[int], documents: int, folder: Path, pace: Pace) -> Row:
    """Return the row of the tree; both sides are asked for as many files of the same bytes."""
    row = replace(ROW, documents=f"{documents:,}")
    folder.mkdir(parents=True)
    try:
        with _kept_true(database_url, folder), _nginx(folder, ids) as (tree, plain):
            return with_rounds(row, tree, plain, pace=pace)
    except Failed as error:
        return replace(row, missing=str(error))


@contextmanager
def _kept_true(database_url: str, folder: Path) -> Iterator[None]:
    """Write the tree, and keep it true until the end of the ``with``, as a deployed site does."""
    environment = {
        **site_environment(database_url, settings="dev.bench.settings_tree"),
        "BENCH_TREE": str(folder / "tree"),
    }
    command = [sys.executable, "manage.py", "publish_tree", "--follow", "--without-pages"]
    started, log = time.monotonic(), folder / "publish_tree.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
    try:
        while not _leases(folder):
            if process.poll() is not None or time.monotonic() - started > SECONDS_TO_WRITE:
                raise Failed(f"publish_tree writes no tree: {_last_line(log)}")
            time.sleep(0.2)
        say(f"  tree of files in {time.monotonic() - started:.0f} s")
        yield
    finally:
        process.terminate()
        process.wait()


def _leases(folder: Path) -> list[Path]:
    return list(folder.glob("tree/alive-documents/*"))


def _last_line(log: Path) -> str:
    return (log.read_text(errors="replace").strip().splitlines() or ["it says nothing"])[-1]


@contextmanager
def _nginx(folder: Path, ids: Sequence[int]) -> Iterator[tuple[Side, Side]]:
    """Run nginx on the tree, and on copies of some of its files that are named as any file may be."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    if program is None or not BROTLI.exists():
        raise Failed("apt install nginx libnginx-mod-http-brotli-static")
    asked = addresses.own(ids).detail
    for pk in ids:
        copy = folder / "plain" / f"{pk}.json"
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(folder / "tree" / "documents" / "127.0.0.1" / f"{pk}.json", copy)
    ports = free_port(), free_port()
    (folder / "tree.conf").write_text(_example(port=ports[0], tree=folder / "tree"))
    # Another user than root may not look into a temp folder of root's.
    user = "user root;" if os.geteuid() == 0 else ""
    conf = folder / "nginx.conf"
    conf.write_text(_CONF.format(brotli=BROTLI, user=user, folder=folder, plain=ports[1]))
    command = [program, "-p", str(folder), "-e", "stderr", "-c", str(conf)]
    log = folder / "nginx.log"
    with running(command, port=ports[0], environment={"TZ": "UTC"}, log=log, ask=asked[0]) as tree:
        yield Side(tree, asked), Side(Server(ports[1]), [f"/{pk}.json" for pk in ids])


def _example(*, port: int, tree: Path) -> str:
    """Return the configuration of the documentation for this tree."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for word, here in (
        ("server 127.0.0.1:8000;", NO_APPLICATION),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("/srv/urgent-actions/tree", str(tree)),
    ):
        if word not in text:
            raise Failed(f"{EXAMPLE.name} has no “{word}” any more")
        text = text.replace(word, here)
    return text
