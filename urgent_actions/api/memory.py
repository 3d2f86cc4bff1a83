"""A memory that cannot say what is no longer true (ADR 0016).

Before it speaks it asks the database, in one small query, for the mark of the present state of all that is public. An
answer that was made in another state, or whose time is over, is forgotten. So a stop is heard by all processes on all
machines at the moment of its commit, as if there were no memory.
"""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.utils import timezone

from ..publishing.present import present
from .answers import Answer

ENTRIES = 4096
LARGEST = 256 * 1024
MOST_BYTES = 64 * 1024 * 1024
"""Whoever asks for ever new things must not fill the machine."""
_HEADERS = 2048
"""Reckoned for the key and the headers of one."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """An answer, with the headers that everybody gets with it."""

    answer: Answer
    headers: Sequence[tuple[str, str]] = ()


class Memory:
    """The answers of one process, the least used forgotten first."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, Remembered] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def __contains__(self, key: Hashable) -> bool:
        """Say whether there is something to be asked about."""
        return key in self._known

    def recall(self, key: Hashable, *, database: Any = None) -> Remembered | None:
        """Return what was answered to this, if there is something and it is still true. One query, or none.

        ``database``: the connection on which to ask, the default one if none is given.
        """
        known = self._known.get(key)
        if known is None:
            return None
        # The clock comes after the database, for which it may have had to wait.
        mark = present(database)
        true = known.answer.mark == mark and timezone.now() < known.answer.until
        with self._lock:
            if known.answer.mark != mark:
                self._forget_but(mark)
            # Another thread may have put a newer one there meanwhile.
            if self._known.get(key) is known:
                if true:
                    self._known.move_to_end(key)
                else:
                    self._drop(key)
        return known if true else None

    def keep(self, key: Hashable, known: Remembered) -> None:
        """Remember an answer that was made in a known state."""
        if known.answer.mark is None or len(known.answer.body.plain) > LARGEST:
            return
        with self._lock:
            self._drop(key)
            self._known[key] = known
            self._bytes += _weight(known)
            while len(self._known) > ENTRIES or self._bytes > MOST_BYTES:
                self._drop(next(iter(self._known)))

    def _forget_but(self, mark: Any) -> None:
        """Forget what was said in every other state: nobody will hear it again, and it may be of a withdrawn case."""
        for key in [key for key, each in self._known.items() if each.answer.mark != mark]:
            self._drop(key)

    def _drop(self, key: Hashable) -> None:
        known = self._known.pop(key, None)
        self._bytes -= _weight(known) if known else 0


def _weight(known: Remembered) -> int:
    body = known.answer.body
    return _HEADERS + len(body.plain) + len(body.gzip) + len(body.brotli)
