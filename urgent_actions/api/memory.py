"""A memory that cannot say what is no longer true (ADR 0016).

Before it speaks it asks the database, in one small query, for the mark of the present state of all that is public. An
answer that was made in another state, or whose time is over, is forgotten. So a stop is heard by all processes on all
machines at the moment of its commit, as if there were no memory.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..publishing.generation import present
from .answers import Answer, respond

ENTRIES = 4096
LARGEST = 256 * 1024
MOST_BYTES = 64 * 1024 * 1024
"""Whoever asks for ever new things must not fill the machine."""


class Memory:
    """The answers of one process, the least used forgotten first."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def recall(self, key: str) -> Answer | None:
        """Return the answer to what was asked, if there is one and it is still true. One query, or none."""
        known = self._answers.get(key)
        if known is None:
            return None
        true = known.mark == present() and timezone.now() < known.until
        with self._lock:
            # Another thread may have put a newer one there meanwhile.
            if self._answers.get(key) is known:
                if true:
                    self._answers.move_to_end(key)
                else:
                    self._drop(key)
        return known if true else None

    def keep(self, key: str, answer: Answer) -> None:
        """Remember an answer that was made in a known state."""
        if answer.mark is None or len(answer.body.plain) > LARGEST:
            return
        with self._lock:
            self._drop(key)
            self._answers[key] = answer
            self._bytes += _weight(key, answer)
            while len(self._answers) > ENTRIES or self._bytes > MOST_BYTES:
                self._drop(next(iter(self._answers)))

    def forget(self) -> None:
        """Forget everything, as at the start of a test."""
        with self._lock:
            self._answers.clear()
            self._bytes = 0

    def _drop(self, key: str) -> None:
        answer = self._answers.pop(key, None)
        self._bytes -= _weight(key, answer) if answer else 0


def _weight(key: str, answer: Answer) -> int:
    return len(key) + len(answer.body.plain) + len(answer.body.gzip) + len(answer.body.brotli)


memory = Memory()


class MemoryMiddleware:
    """Answers what is remembered ahead of all other middleware, and remembers what views mark as fit for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the remembered answer, or the one that the site gives."""
        if request.method not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in request.META:
            return self.get_response(request)
        key = _key(request)
        known = memory.recall(key)
        if known is not None:
            return respond(request, known)
        response = self.get_response(request)
        made = getattr(response, "answer", None)
        if isinstance(made, Answer):
            memory.keep(key, made)
        return response


def _key(request: HttpRequest) -> str:
    """Return all of a request on which an answer may depend: the site by host and port, and the form it is shown in."""
    where = f"{request.scheme}://{request.get_host()}:{request.get_port()}{request.path}"
    return f"{where}?{request.META.get('QUERY_STRING', '')} {request.META.get('HTTP_ACCEPT', '')}"
