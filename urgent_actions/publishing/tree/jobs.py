"""On publication: the tree is closed before the commit, and led on after it.

Closed before, since a stop has to act even if the process dies the moment after. Where the storage cannot be reached,
the stop comes first: the leases run out by themselves.
"""

from time import monotonic
from typing import Any

from django.db import transaction
from django_tasks import task

from ..generation import advancing
from . import layout
from .steps import begun, close, step
from .storage import tree_storage

SECONDS = 2
"""Without a queue of tasks, an editor waits for it. What is left is written by whoever follows or publishes next."""


def connect() -> None:
    """Lead the tree on from now on, if the project has one. Safe to call twice."""
    advancing.connect(_advancing, dispatch_uid="urgent_actions.tree")


def _advancing(**_: Any) -> None:
    storage = tree_storage()
    if storage is None:
        return
    close(storage)
    transaction.on_commit(_enqueue, robust=True)


def _enqueue() -> None:
    lead_tree_on.enqueue()


@task()
def lead_tree_on() -> None:
    """Write what was published into the tree, as far as the command ``publish_tree`` has begun it."""
    storage = tree_storage()
    parts = begun(storage) if storage else []
    if storage is None or not parts:
        return
    end = monotonic() + SECONDS
    while step(storage, pages=layout.PAGES in parts)[-1].left and monotonic() < end:
        pass
