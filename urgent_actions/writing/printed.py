"""Sheets that were printed already: the same sheet is set once, and not again for the next who asks.

Only sheets that say nothing of a writer come here. They are kept in the memory of the process, for a while, and by
what stands on them: so a stop, which is asked before, needs to reach none of them.
"""

import os
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from hashlib import blake2b
from threading import BoundedSemaphore, Lock
from typing import Self

from ..letters.paper.pdf import pdf
from ..letters.paper.unavailable import PaperBusy

AT_ONCE = max(1, (os.cpu_count() or 2) - 1)
"""So many sheets are set at once, so that a flood of them leaves room for everything else."""
LONGEST_WAIT = 20.0
MOST_BYTES = 32 * 1024 * 1024
SECONDS = 15 * 60


class Printer:
    """Makes each sheet once at a time, and keeps it; whoever waits, waits for this very sheet alone."""

    def __init__(
        self,
        make: Callable[[str], bytes] = pdf,
        clock: Callable[[], float] = time.monotonic,
        at_once: int = AT_ONCE,
        longest_wait: float = LONGEST_WAIT,
    ) -> None:
        self._make, self._clock, self._longest_wait = make, clock, longest_wait
        self._presses = BoundedSemaphore(at_once)
        self._state: Hashable = None
        self._kept: OrderedDict[bytes, tuple[float, bytes]] = OrderedDict()
        self._bytes = 0
        self._at_work: dict[bytes, Lock] = {}
        self._lock = Lock()

    def __call__(self, html: str) -> bytes:
        """Return the PDF of a document of sheets, which is kept.

        Raise PaperUnavailable where nothing can be printed, PaperBusy where too many wait.
        """
        key = blake2b(html.encode(), digest_size=20).digest()
        if (known := self._known(key)) is not None:
            return known
        with self._lock:
            state = self._state
            mine = self._at_work.setdefault(key, Lock())
        with mine:
            if (known := self._known(key)) is not None:
                return known
            try:
                made = self.once(html)
                self._keep(key, made, state)
            finally:
                with self._lock:
                    self._at_work.pop(key, None)
            return made

    def in_state(self, mark: Hashable) -> Self:
        """Return this, having forgotten what was set in another state of all that is public.

        A sheet of a withdrawn case is asked for by nobody any more, and must not stay for that reason.
        """
        with self._lock:
            if mark != self._state:
                self._kept.clear()
                self._bytes = 0
                self._state = mark
        return self

    def once(self, html: str) -> bytes:
        """Return the PDF of a document of sheets, which is kept nowhere; raise as above."""
        if not self._presses.acquire(timeout=self._longest_wait):
            raise PaperBusy("Too many sheets are being set: ask again in a moment.")
        try:
            return self._make(html)
        finally:
            self._presses.release()

    def _known(self, key: bytes) -> bytes | None:
        with self._lock:
            if key not in self._kept:
                return None
            until, content = self._kept[key]
            if self._clock() < until:
                self._kept.move_to_end(key)
                return content
            self._drop(key)
            return None

    def _keep(self, key: bytes, content: bytes, state: Hashable) -> None:
        with self._lock:
            if key in self._kept or len(content) > MOST_BYTES or state != self._state:
                return
            self._kept[key] = self._clock() + SECONDS, content
            self._bytes += len(content)
            while self._bytes > MOST_BYTES:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: bytes) -> None:
        _, content = self._kept.pop(key)
        self._bytes -= len(content)


printed = Printer()
