"""Answers made of ready bytes: conditional, compressed, and never in a cache beyond the moment at which they change."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import parse_etags  # type: ignore[attr-defined]  # missing in the stubs
from django.utils.http import http_date

from ..conf import max_age
from ..models.publications import END
from ..publishing.ready import Ready, etag, ready

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to everybody who asks the same.

    ``until``: the moment at which it changes by itself. ``mark``: the state of all that is public in which it was made
    (``publishing.generation``), or None if it must not be remembered. ``vary``: the headers of a request on which it
    depends.
    """

    body: Ready
    etag: str
    until: datetime = END
    mark: tuple[Any, ...] | None = None
    content_type: str = JSON
    vary: str = "Accept-Encoding"


def answer(text: str, *, until: datetime = END, mark: tuple[Any, ...] | None = None, **more: str) -> Answer:
    """Return ``text`` as an answer; ``more``: ``content_type`` and ``vary``, if they are other ones."""
    return Answer(ready(text), etag(text), until, mark, **more)


def respond(request: HttpRequest, answer: Answer) -> HttpResponse:
    """Return the response to ``request``: 304 if it has this answer already, else the smallest form that it takes."""
    name = f'W/"{answer.etag}"'
    known = request.META.get("HTTP_IF_NONE_MATCH")
    response = HttpResponse(status=304) if known and _has(known, name) else _full(request, answer)
    response.headers["ETag"] = name
    response.headers["Vary"] = answer.vary
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag"
    # A search engine's copy would outlive a stop, and it is the pages that people should find.
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    _limit(response, until=answer.until)
    response.answer = answer  # type: ignore[attr-defined]  # for the memory
    return response


def _has(known: str, name: str) -> bool:
    return known == name or known.strip() == "*" or name in {_weak(each) for each in parse_etags(known)}


def _weak(name: str) -> str:
    return name if name.startswith("W/") else f"W/{name}"


def _full(request: HttpRequest, answer: Answer) -> HttpResponse:
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
    content, encoding = answer.body.plain, ""
    if accepted:
        codings = {
            each.split(";")[0].strip()
            for each in accepted.split(",")
            if "q=0" not in each.replace(" ", "").replace("q=0.", "")
        }
        if "br" in codings:
            content, encoding = answer.body.brotli, "br"
        elif "gzip" in codings:
            content, encoding = answer.body.gzip, "gzip"
    response = HttpResponse(content, content_type=answer.content_type)
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.headers["Content-Length"] = str(len(content))
    return response


def _limit(response: HttpResponse, *, until: datetime) -> None:
    allowed, now = max_age(), timezone.now()
    seconds = min(allowed, max(0, int((until - now).total_seconds()))) if allowed else 0
    response.headers["Cache-Control"] = f"public, max-age={seconds}" if seconds else "public, no-cache"
    response.headers["Expires"] = http_date(now.timestamp() + seconds)
