"""Answers made of ready bytes: conditional, compressed, and never in a cache beyond the moment at which they change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
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


@dataclass(frozen=True, slots=True)
class Form:
    """The form in which an answer goes to one reader at one moment: all of it that another one may get otherwise."""

    status: int
    headers: list[tuple[str, str]]
    content: bytes


FORM_HEADERS = ("Cache-Control", "Expires", "Content-Type", "Content-Length", "Content-Encoding")
"""The names of all headers that a form may have."""


def answer(text: str, *, until: datetime = END, mark: tuple[Any, ...] | None = None, **more: str) -> Answer:
    """Return ``text`` as an answer; ``more``: ``content_type`` and ``vary``, if they are other ones."""
    return Answer(ready(text), etag(text), until, mark, **more)


def file_answer(
    content: bytes, *, content_type: str, until: datetime = END, mark: tuple[Any, ...] | None = None
) -> Answer:
    """Return a file as an answer; one that is compressed already is not compressed again."""
    return Answer(Ready(plain=content, gzip=b"", brotli=b""), etag(content), until, mark, content_type)


def respond(request: HttpRequest, answer: Answer) -> HttpResponse:
    """Return the response to ``request``: 304 if it has this answer already, else the smallest form that it takes."""
    chosen = form(answer, request.META, moment=timezone.now())
    response = HttpResponse(chosen.content, status=chosen.status)
    del response.headers["Content-Type"]
    response.headers["ETag"] = f'W/"{answer.etag}"'
    response.headers["Vary"] = answer.vary
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag"
    # A search engine's copy would outlive a stop, and it is the pages that people should find.
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    for name, value in chosen.headers:
        response.headers[name] = value
    # No browser shows JSON as a page.
    response.xframe_options_exempt = True
    response.answer = answer  # type: ignore[attr-defined]  # what is made of ready bytes is the same in any language
    # For the memory, through whatever stands between.
    request.META["urgent_actions.answer"] = answer
    return response


def form(answer: Answer, asked: Mapping[str, Any], *, moment: datetime) -> Form:
    """Return the form for a request, whose headers are ``asked`` as in WSGI."""
    allowed = max_age()
    seconds = min(allowed, max(0, int((answer.until - moment).total_seconds()))) if allowed else 0
    headers = [
        ("Cache-Control", f"public, max-age={seconds}" if seconds else "public, no-cache"),
        ("Expires", _date(int(moment.timestamp()) + seconds)),
    ]
    known = asked.get("HTTP_IF_NONE_MATCH")
    if known and _has(known, answer.etag):
        return Form(304, headers, b"")
    coding = _coding(asked.get("HTTP_ACCEPT_ENCODING", "")) if answer.body.gzip else ""
    content = getattr(answer.body, _BODIES[coding])
    if coding:
        headers.append(("Content-Encoding", coding))
    headers += (("Content-Type", answer.content_type), ("Content-Length", str(len(content))))
    return Form(200, headers, content)


def _has(known: str, etag: str) -> bool:
    """Say whether a reader's If-None-Match names this answer; compressed or not, it is the same one."""
    if known == f'W/"{etag}"':
        return True
    return known.strip() == "*" or etag in {each.removeprefix("W/").strip('"') for each in parse_etags(known)}


_BODIES = {"": "plain", "gzip": "gzip", "br": "brotli"}


@lru_cache(maxsize=256)
def _coding(accepted: str) -> str:
    """Return the best coding of those that a reader takes; empty if it takes none."""
    codings = {
        each.split(";")[0].strip()
        for each in accepted.split(",")
        if "q=0" not in each.replace(" ", "").replace("q=0.", "")
    }
    return next((each for each in ("br", "gzip") if each in codings), "")


@lru_cache(maxsize=4)
def _date(seconds: int) -> str:
    return http_date(seconds)
