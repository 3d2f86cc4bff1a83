"""Changes elsewhere reach the publications when they are committed: together, and once."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django_tasks import task

from .generation import advance
from .reflect import reflect

BATCH = 200
MOST_AT_ONCE = 1000
"""So many an editor waits for. The rest, as when a site gets another host, is a worker's where ``TASKS`` names one."""
_waiting: dict[Any, set[int]] = {}


def reflect_on_commit(page_ids: Collection[int]) -> None:
    """Reflect these pages once the transaction is committed; what is asked for meanwhile comes with it.

    They have not been published anew: a closed one keeps its contacts. Even where no page is reached, every memory of
    what is public is asked to look again, since the directory is public by itself.
    """
    waiting = _waiting.setdefault(connection.alias, set())
    waiting.update(page_ids)
    transaction.on_commit(_reflect_waiting)


def _reflect_waiting() -> None:
    waiting = _waiting.pop(connection.alias, None)
    if waiting is None:
        return
    advance()
    # The newest at once: from these people write.
    ordered = sorted(waiting)
    reflect_all(ordered[-MOST_AT_ONCE:])
    if rest := ordered[:-MOST_AT_ONCE]:
        reflect_rest.enqueue(rest)


@task()
def reflect_rest(page_ids: list[int]) -> None:
    """Reflect pages that were too many to wait for."""
    reflect_all(page_ids)


def reflect_all(page_ids: Collection[int], *, told: Callable[[int], None] = lambda done: None) -> None:
    """Reflect any number of pages, a batch in a transaction; ``told`` hears how many are done after each."""
    done = 0
    for batch in in_batches(page_ids):
        reflect(batch, moment=timezone.now(), keep_records=True)
        done += len(batch)
        told(done)


def in_batches(page_ids: Collection[int]) -> Iterator[set[int]]:
    """Yield the ids in order of their numbers, a batch at a time."""
    ordered = sorted(page_ids)
    for start in range(0, len(ordered), BATCH):
        yield set(ordered[start : start + BATCH])
