"""One run: the databases, what is up on each of them, and all its rows."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from . import addresses, comparisons, letters, publishing, reports, tree
from .comparisons import Setting, is_wanted
from .databases import database, ids
from .figures import Row
from .load import Pace
from .postgresql import PostgreSQL
from .servers import Answer, Server, serve
from .site_environment import ROOT, site_environment
from .terminal import Failed, say

# The bare view returns the bytes of the first of these that answers.
SOURCES = (addresses.own, addresses.stock)


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked for, and what it is done with."""

    postgresql: PostgreSQL
    server: str
    pace: Pace
    only: Sequence[str]
    trust: bool
    scratch: Path


def rows(run: Run, documents: Sequence[int]) -> Iterator[Row]:
    """Yield all rows that were asked for, each as soon as it is measured."""
    if any(is_wanted(row.name, run.only) for row in letters.ROWS):
        yield from letters.measured()
    if run.only and not _needs_a_database(run.only):
        return
    names = {each: database(run.postgresql, each, trust=run.trust) for each in sorted(documents)}
    for each, name in names.items():
        say(f"At {each:,} documents:")
        if any(is_wanted(row.name, run.only) for row in comparisons.COMPARISONS):
            with _up(run, each, name) as setting:
                yield from comparisons.measured(setting, only=run.only)
        url = run.postgresql.url(name)
        if is_wanted(tree.ROW.name, run.only):
            chosen, folder = addresses.some(ids(run.postgresql, name)), run.scratch / f"tree-{each}"
            yield tree.measured(url, ids=chosen, documents=each, folder=folder, pace=run.pace)
        if is_wanted(publishing.ROW.name, run.only):
            yield publishing.measured(url, documents=each)
        if each == min(names):
            yield from reports.measured(url, documents=each, only=run.only)
    few, many = min(names), max(names)
    if few != many and any(is_wanted(row.name, run.only) for row in comparisons.GROWTH):
        say(f"{many:,} documents against {few:,}:")
        with _up(run, few, names[few]) as with_few, _up(run, many, names[many]) as with_many:
            yield from comparisons.grown(with_few, with_many, only=run.only)


def _needs_a_database(only: Sequence[str]) -> bool:
    others = (*comparisons.COMPARISONS, *comparisons.GROWTH, *reports.ROWS, tree.ROW, publishing.ROW)
    return any(is_wanted(row.name, only) for row in others)


@contextmanager
def _up(run: Run, documents: int, name: str) -> Iterator[Setting]:
    """Run the site on a database, with its memory and without, and the bare view with bytes of that site's."""
    chosen = addresses.some(ids(run.postgresql, name))
    url, log = run.postgresql.url(name), run.scratch / f"{documents}.log"
    ask = addresses.stock([]).list[0]
    with (
        serve(run.server, "cms.wsgi:application", site_environment(url), log=log, ask=ask) as with_memory,
        serve(run.server, "dev.bench.cold:application", site_environment(url), log=log, ask=ask) as without,
        serve(run.server, "dev.bench.bare:application", _of_bare(run, with_memory, chosen), log=log, ask="/") as bare,
    ):
        yield Setting(documents, chosen, with_memory, without, bare, run.pace)


def _of_bare(run: Run, site: Server, chosen: Sequence[int]) -> dict[str, str]:
    """Return the environment of the bare view, with a folder of what the site answers."""
    folder = Path(mkdtemp(dir=run.scratch))
    for kind, answer in _answers(site, chosen).items():
        (folder / f"{kind}.json").write_bytes(answer.body)
    settings = "dev.bench.settings_bare"
    return {**os.environ, "PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": settings, "BENCH_ANSWERS": str(folder)}


def _answers(site: Server, chosen: Sequence[int]) -> dict[str, Answer]:
    """Return a detail, a list and a letter of the site's, of the plugin's own API if there is one."""
    for source in SOURCES:
        found = source(chosen)
        answers = {"detail": site.get(found.detail[0]), "list": site.get(found.list[0])}
        if all(answer.status == 200 for answer in answers.values()):
            set_ = (site.get(path) for path in found.letter)
            answers["letter"] = next((each for each in set_ if each.status == 200), answers["detail"])
            sizes = ", ".join(f"{kind} {len(answer.body):,}" for kind, answer in answers.items())
            say(f"  bytes as of {found.list[0]}: {sizes}")
            return answers
    raise Failed(f"The site answers neither {found.detail[0]} nor {found.list[0]}.")
