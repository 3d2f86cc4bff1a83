"""Sheets that were printed already: the same sheet is set once, and not again for the next who asks.

Only sheets that say nothing of a writer come here. They are kept in the memory of the process, for a while, and by
what stands on them: so a stop, which is asked before, needs to reach none of them.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from threading import Lock

from ..letters.paper.pdf import pdf

MOST_BYTES = 32 * 1024 * 1024
SECONDS = 15 * 60


class Printer:
    """Makes each sheet once at a time, and keeps it; whoever waits, waits for this very sheet alone."""

    def __init__(self, make: Callable[[str], bytes] = pdf, clock: Callable[[], float] = time.monotonic) -> None:
        self._make, self._clock = make, clock
        self._kept: OrderedDict[bytes, tuple[float, bytes]] = OrderedDict()
        self._bytes = 0
        self._at_work: dict[bytes, Lock] = {}
        self._lock = Lock()

    def __call__(self, html: str) -> bytes:
        """Return the PDF of a document of sheets; raise PaperUnavailable where nothing can be printed."""
        key = blake2b(html.encode(), digest_size=20).digest()
        if (known := self._known(key)) is not None:
            return known
        with self._lock:
            mine = self._at_work.setdefault(key, Lock())
        with mine:
            if (known := self._known(key)) is not None:
                return known
            try:
                made = self._make(html)
                self._keep(key, made)
            finally:
                with self._lock:
                    self._at_work.pop(key, None)
            return made

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

    def _keep(self, key: bytes, content: bytes) -> None:
        with self._lock:
            if key in self._kept or len(content) > MOST_BYTES:
                return
            self._kept[key] = self._clock() + SECONDS, content
            self._bytes += len(content)
            while self._bytes > MOST_BYTES:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: bytes) -> None:
        _, content = self._kept.pop(key)
        self._bytes -= len(content)


printed = Printer()
