"""A PostgreSQL of our own on loopback: in a temp folder, or in one that is kept from run to run."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

import psycopg
from psycopg import sql

from .terminal import Failed, say

USER = "bench"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "60",
    "shared_buffers": "512MB",
    "effective_cache_size": "2GB",
    "random_page_cost": "1.1",
    # Compiling a query pays off for reports, and would only slow the baseline down.
    "jit": "off",
    # Waiting for a disk costs both sides the same and differs from machine to machine. Nothing here must survive.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "4GB",
}


class PostgreSQL:
    """A running server, from ``with`` to its end; ``kept`` names the folder to keep, None a temporary one."""

    def __init__(self, *, kept: Path | None) -> None:
        self._kept = kept
        self.port = free_port()

    def __enter__(self) -> Self:
        self._folder = self._kept or Path(tempfile.mkdtemp(prefix="urgent-actions-bench-"))
        self._folder.mkdir(parents=True, exist_ok=True)
        _give_to_postgres(self._folder)
        data = self._folder / "data"
        if not data.exists():
            say(f"Making a database cluster in {self._folder} ...")
            options = ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
            _run("initdb", f"--pgdata={data}", f"--username={USER}", *options)
        given = {**SETTINGS, "port": str(self.port), "unix_socket_directories": str(self._folder)}
        options = [f"-c {name}={value}" for name, value in given.items()]
        log = self._folder / "log"
        _run(
            "pg_ctl",
            "start",
            "--silent",
            "--wait",
            f"--pgdata={data}",
            f"--log={log}",
            f"--options={' '.join(options)}",
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        _run("pg_ctl", "stop", "--silent", "--wait", "--mode=fast", f"--pgdata={self._folder / 'data'}")
        if self._kept is None:
            shutil.rmtree(self._folder)

    def url(self, database: str) -> str:
        """Return the address of a database, as DATABASE_URL has it."""
        return f"{self.address(database)}&prepare_threshold=5".replace("postgresql:", "postgres:")

    def address(self, database: str) -> str:
        """Return the address of a database, by the socket of a site on the same machine, for a client of any kind."""
        return f"postgresql:///{database}?user={USER}&host={quote(str(self._folder), safe='')}&port={self.port}"

    def connect(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """Return a connection that commits each statement."""
        return psycopg.connect(self.address(database), autocommit=True)

    def stamp(self, database: str) -> str | None:
        """Return what the database says of how it was made, or None if it does not exist or was not finished."""
        query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        with self.connect() as connection:
            found = connection.execute(query, [database]).fetchone()
        return str(found[0]) if found and found[0] else None

    def create(self, database: str, *, copy_of: str = "template1") -> None:
        """Make a database anew."""
        name, source = sql.Identifier(database), sql.Identifier(copy_of)
        with self.connect() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(name))
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, source))

    def finish(self, database: str, *, stamp: str) -> None:
        """Write down that the database is complete, and how it was made."""
        with self.connect() as connection:
            connection.execute(
                sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(database), sql.Literal(stamp))
            )


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _is_root() -> bool:
    return os.geteuid() == 0


def _give_to_postgres(folder: Path) -> None:
    # PostgreSQL does not run as root, hence as the user that comes with Debian's package.
    if _is_root():
        shutil.chown(folder, user="postgres", group="postgres")


def _run(program: str, *arguments: str) -> None:
    as_postgres = ["runuser", "-u", "postgres", "--"] if _is_root() else []
    command = [*as_postgres, str(_programs() / program), *arguments]
    # Not captured: pg_ctl's server would inherit the pipe, and we would wait for its end.
    done = subprocess.run(command, check=False, cwd="/", stdout=subprocess.DEVNULL)
    if done.returncode:
        raise Failed(f"PostgreSQL's {program} failed, see above.")


def _programs() -> Path:
    """Return the folder of the newest PostgreSQL: that of Debian, else that on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: int(each.parent.name))
    on_path = shutil.which("initdb")
    if found:
        return found[-1]
    if on_path:
        return Path(on_path).resolve().parent
    raise Failed("There is no PostgreSQL: apt install postgresql")
