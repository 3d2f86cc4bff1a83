"""The memory in front of a site: what everybody may know is answered before Django is asked (ADR 0016)."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from django.conf import settings
from django.db import Error, connections
from django.utils import timezone

from .answers import FORM_HEADERS, Answer, form
from .memory import Memory, Remembered

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

_STATUS = {200: "200 OK", 304: "304 Not Modified"}
_OF_FORM = {name.lower() for name in FORM_HEADERS}
_KEY = (
    *("wsgi.url_scheme", "HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING"),
    *("HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT", "HTTP_ACCEPT", "HTTP_ORIGIN"),
)
# What an answer may depend on, besides the address: what is in the key; the form; and a cookie, on which no answer
# made of ready bytes depends, whatever the middleware around it says.
_VARY = {"accept", "accept-encoding", "origin", "cookie"}


class Remembering:
    """A site's WSGI application that answers what is remembered, and remembers what its views mark as fit for it.

    It stands ahead of all middleware, so whoever is to be kept from what is public has to be kept from it further
    ahead, as by the web server. A remembered answer has the headers that the middleware gave it.
    """

    def __init__(self, application: Application, memory: Memory | None = None) -> None:
        self._application = application
        self._memory = memory or Memory()
        secure = settings.SECURE_PROXY_SSL_HEADER
        self._key = (*_KEY, secure[0]) if secure else _KEY

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Return the remembered answer, or the one that the site gives."""
        method = environ.get("REQUEST_METHOD")
        if method not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
            return self._application(environ, start_response)
        key = tuple(map(environ.get, self._key))
        known = self._recalled(key) if key in self._memory else None
        if known is None:
            return self._asked(key, environ, start_response)
        chosen = form(known.answer, environ, moment=timezone.now())
        start_response(_STATUS[chosen.status], [*known.headers, *chosen.headers])
        return [chosen.content if method == "GET" else b""]

    def _asked(self, key: Hashable, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Return what the site answers, and remember it if it may be."""

        def start(status: str, headers: Headers, *more: Any) -> Any:
            answer = environ.get("urgent_actions.answer")
            if isinstance(answer, Answer) and _is_for_everybody(answer, status, headers):
                of_all = [(name, value) for name, value in headers if name.lower() not in _OF_FORM]
                self._memory.keep(key, Remembered(answer, of_all))
            return start_response(status, headers, *more)

        return self._application(environ, start)

    def _recalled(self, key: Hashable) -> Remembered | None:
        database = connections["default"]
        _tidy_up(database)
        try:
            return self._memory.recall(key, database=database)
        except Error:
            # The site says what it says without its database.
            return None
        finally:
            _tidy_up(database)


def _tidy_up(database: Any) -> None:
    """Do what Django does at the beginning and at the end of each request, of which it does not hear here."""
    # Inside a transaction, as in a test, the connection is somebody's.
    if not database.in_atomic_block:
        database.close_if_unusable_or_obsolete()


def _is_for_everybody(answer: Answer, status: str, headers: Headers) -> bool:
    """Say whether this is ``answer`` still, and the middleware around has made it nobody's in particular."""
    told = {name.lower(): value for name, value in headers}
    vary = {each.strip().lower() for each in told.get("vary", "").split(",") if each}
    is_it = status[:3] in ("200", "304") and answer.etag in told.get("etag", "")
    return is_it and "set-cookie" not in told and vary <= _VARY
