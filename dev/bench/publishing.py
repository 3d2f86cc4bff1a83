"""How long publishing takes with what the plugin makes of it, and without: ``python -m dev.bench.publishing 30``."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace

import django

from . import figures
from .figures import Round, Row
from .site_environment import ROOT, site_environment
from .terminal import NotThereYet

TIMES = 30
# So often before it counts: imports, plans and caches are made once.
WARM_UP = 3
ROW = Row("publishing/stock", "publishing against stock Wagtail", "", figures.time(1.3))


def measured(database_url: str, *, documents: int) -> Row:
    """Return the row of publishing, measured in a process of its own."""
    row = replace(ROW, documents=f"{documents:,}")
    command = [sys.executable, "-m", "dev.bench.publishing", str(TIMES)]
    done = subprocess.run(
        command, check=False, cwd=ROOT, env=site_environment(database_url), stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        return replace(row, missing=f"{' '.join(command[1:])} failed, see above")
    pairs = json.loads(done.stdout.splitlines()[-1])
    if isinstance(pairs, str):
        return replace(row, missing=pairs)
    return replace(row, rounds=[Round(ours=1 / ours, baseline=1 / baseline) for ours, baseline in pairs])


@contextmanager
def without_publication() -> Iterator[None]:
    """Publish as stock Wagtail does: nothing of the read model hears of it. The gate stays, on both sides."""
    try:
        from urgent_actions.publishing import watch
    except ImportError as error:
        raise NotThereYet("there is no urgent_actions.publishing.watch") from error
    watch.disconnect()
    try:
        yield
    finally:
        watch.connect()


def _pairs(times: int) -> list[tuple[float, float]]:
    """Return the seconds of a publication with and without, of one page after the other, in alternating order."""
    from urgent_actions.models import UrgentActionPage

    pages = UrgentActionPage.objects.filter(live=True, ordinal=1, stopped_at=None).order_by("?")[: times + WARM_UP]
    found = []
    for number, page in enumerate(pages):
        seconds = {"ours": 0.0, "baseline": 0.0}
        for side in ("ours", "baseline") if number % 2 == 0 else ("baseline", "ours"):
            with without_publication() if side == "baseline" else nullcontext():
                seconds[side] = _publish(page.pk)
        found.append((seconds["ours"], seconds["baseline"]))
    return found[WARM_UP:]


def _publish(pk: int) -> float:
    """Change a page and publish it; return how long the publication took, the draft left aside."""
    from urgent_actions.models import UrgentActionPage

    page = UrgentActionPage.objects.get(pk=pk)
    words, count = re.fullmatch(r"(.*?)(?: (\d+))?", page.title).groups()  # type: ignore[union-attr]  # matches all
    page.title = f"{words} {int(count or 0) + 1}"
    revision = page.save_revision()
    started = time.perf_counter()
    revision.publish()
    return time.perf_counter() - started


if __name__ == "__main__":
    django.setup()
    try:
        print(json.dumps(_pairs(int(sys.argv[1]))))
    except NotThereYet as error:
        print(json.dumps(str(error)))
