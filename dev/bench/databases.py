"""One database for each number of documents, made once and taken again while what it is made by stays the same."""

import subprocess
import sys
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from .postgresql import PostgreSQL
from .site_environment import ROOT, site_environment
from .terminal import Failed, say

_SAMPLES = "samples"


def database(postgresql: PostgreSQL, documents: int, *, trust: bool) -> str:
    """Return the name of the database with so many urgent actions, made or brought up to date if need be.

    ``trust``: publications that an earlier state of the plugin has built are good enough.
    """
    name = f"documents_{documents}"
    content, publications = _of_content(), _of_plugin()
    made_by = postgresql.stamp(name) or ""
    if not made_by.startswith(content):
        _samples(postgresql, content)
        say(f"Making {documents:,} urgent actions ...")
        postgresql.create(name, copy_of=_SAMPLES)
        _run(postgresql, name, "clones", str(documents))
    elif made_by != f"{content} {publications}" and not trust:
        say(f"Building the publications of {documents:,} urgent actions anew, since the plugin has changed ...")
        _run(postgresql, name, "publications")
    else:
        return name
    postgresql.finish(name, stamp=f"{content} {publications}")
    return name


def ids(postgresql: PostgreSQL, name: str) -> list[int]:
    """Return the ids of all urgent actions in a database."""
    with postgresql.connect(name) as connection:
        found = connection.execute("SELECT page_ptr_id FROM urgent_actions_urgentactionpage ORDER BY page_ptr_id")
        return [int(str(row[0])) for row in found]


def _samples(postgresql: PostgreSQL, content: str) -> None:
    if postgresql.stamp(_SAMPLES) == content:
        return
    say("Making an empty site and the samples ...")
    postgresql.create(_SAMPLES)
    _run(postgresql, _SAMPLES, "samples")
    postgresql.finish(_SAMPLES, stamp=content)


def _run(postgresql: PostgreSQL, name: str, *arguments: str) -> None:
    command = [sys.executable, "-m", "dev.bench.content", *arguments]
    done = subprocess.run(command, check=False, cwd=ROOT, env=site_environment(postgresql.url(name)), stdout=sys.stderr)
    if done.returncode:
        raise Failed(f"The database {name} cannot be made, see above.")


def _of_content() -> str:
    """Return a fingerprint of what decides what is in the tables, publications aside."""
    own = [Path(__file__).with_name(f"{name}.py") for name in ("words", "sample", "clone", "content")]
    return _fingerprint([*own, *ROOT.glob("urgent_actions/migrations/*.py"), *ROOT.glob("cms/*/migrations/*.py")])


def _of_plugin() -> str:
    return _fingerprint(ROOT.glob("urgent_actions/**/*.py"))


def _fingerprint(files: Iterable[Path]) -> str:
    found = blake2b(digest_size=8)
    for file in sorted(files):
        found.update(str(file).encode())
        found.update(file.read_bytes())
    return found.hexdigest()
