"""What a decision has set, and no draft takes back: a stop outlives every revision that was made before it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

STOP = ("stopped_at", "stop_reason")
_taking_back: ContextVar[bool] = ContextVar("urgent_actions_taking_back", default=False)


@contextmanager
def taking_back() -> Iterator[None]:
    """Let what is published meanwhile take back a stop: that is a decision of its own."""
    token = _taking_back.set(True)
    try:
        yield
    finally:
        _taking_back.reset(token)


def keep_stop(draft: Any, *, of: Any) -> None:
    """Give ``draft`` the stop of the live page ``of``, if it was made before that: to publish it must not undo it."""
    if of.live and of.stopped_at is not None and draft.stopped_at is None and not _taking_back.get():
        for name in STOP:
            setattr(draft, name, getattr(of, name))
