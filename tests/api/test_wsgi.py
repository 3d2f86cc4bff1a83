"""The memory in front of a site: what it answers itself, and what it leaves to the site."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
import time_machine as travel
from django.db import OperationalError, connections
from django.test import Client

from tests import factories
from urgent_actions.api.answers import answer
from urgent_actions.api.wsgi import Remembering
from urgent_actions.publishing.generation import advance
from urgent_actions.publishing.present import present

pytestmark = pytest.mark.django_db

Headers = list[tuple[str, str]]
ADDRESS = {"REQUEST_METHOD": "GET", "wsgi.url_scheme": "https", "HTTP_HOST": "www.example.org", "PATH_INFO": "/x/"}
TEXT = '{"x": "' + "y" * 1000 + '"}'


class Site:
    """A WSGI application that gives one answer made of ready bytes, and counts how often it was asked."""

    def __init__(self, *, status: str = "200 OK", headers: Headers | None = None, **more: Any) -> None:
        self.asked = 0
        self.status = status
        self.answer = answer(TEXT, **{"mark": present(), **more})
        self.headers = [("ETag", f'W/"{self.answer.etag}"'), ("Vary", "Accept-Encoding"), *(headers or [])]

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.asked += 1
        environ["urgent_actions.answer"] = self.answer
        start_response(self.status, self.headers)
        return [self.answer.body.plain]


def ask(door: Remembering, **environ: str) -> tuple[str, dict[str, str], bytes]:
    """Return status, headers and body."""
    told: list[Any] = []
    body = b"".join(door({**ADDRESS, **environ}, lambda *started: told.append(started)))
    ((status, headers),) = told
    return status, dict(headers), body


def asked_again(site: Site, *, first: dict[str, str] | None = None, **environ: str) -> int:
    """Return how often the site is asked when two ask."""
    door = Remembering(site)
    ask(door, **(first or {}))
    ask(door, **environ)
    return site.asked


def test_the_same_question_is_answered_from_the_memory() -> None:
    site = Site(headers=[("X-Frame-Options", "DENY"), ("Expires", "never")])
    door = Remembering(site)
    ask(door)
    status, headers, body = ask(door)
    assert (site.asked, status, body) == (1, "200 OK", TEXT.encode())
    assert headers == {
        "ETag": f'W/"{site.answer.etag}"',
        "Vary": "Accept-Encoding",
        "X-Frame-Options": "DENY",
        "Cache-Control": "public, no-cache",
        "Expires": "Mon, 15 Jun 2026 12:00:00 GMT",
        "Content-Type": "application/json",
        "Content-Length": str(len(TEXT)),
    }


@pytest.mark.parametrize(
    "environ",
    [
        {"PATH_INFO": "/y/"},
        {"QUERY_STRING": "a=b"},
        {"SCRIPT_NAME": "/site"},
        {"HTTP_HOST": "other.example.org"},
        {"SERVER_PORT": "8000"},
        {"wsgi.url_scheme": "http"},
        {"HTTP_X_FORWARDED_HOST": "other.example.org"},
        {"HTTP_X_FORWARDED_PORT": "8000"},
        {"HTTP_ACCEPT": "text/html"},
        {"HTTP_ORIGIN": "https://front.example.org"},
        {"REQUEST_METHOD": "POST"},
        {"REQUEST_METHOD": "OPTIONS"},
        {"HTTP_AUTHORIZATION": "Bearer x"},
    ],
    ids=str,
)
def test_another_question_goes_to_the_site(environ: dict[str, str]) -> None:
    assert asked_again(Site(), **environ) == 2


def test_behind_a_proxy_a_request_without_tls_is_another_question(settings: Any) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert asked_again(Site(), first={"HTTP_X_FORWARDED_PROTO": "https"}, HTTP_X_FORWARDED_PROTO="http") == 2


@pytest.mark.parametrize("environ", [{"REQUEST_METHOD": "HEAD"}, {"HTTP_USER_AGENT": "x"}, {"HTTP_COOKIE": "a=b"}])
def test_what_an_answer_does_not_depend_on_is_no_other_question(environ: dict[str, str]) -> None:
    assert asked_again(Site(), **environ) == 1


@pytest.mark.parametrize(
    "site",
    [
        {"status": "500 Internal Server Error"},
        {"status": "403 Forbidden"},
        {"headers": [("Set-Cookie", "a=b")]},
        {"headers": [("Vary", "Accept-Language")]},
        {"headers": [("vary", "Accept-Encoding, *")]},
        {"headers": [("ETag", 'W/"of-something-else"')]},
        {"mark": None},
    ],
    ids=str,
)
def test_what_the_site_made_of_it_is_for_one_alone_and_not_remembered(site: dict[str, Any]) -> None:
    assert asked_again(Site(**site)) == 2


@pytest.mark.parametrize("vary", ["Accept", "accept-encoding,origin", "Accept, Accept-Encoding, Cookie, origin"])
def test_what_depends_on_what_the_question_holds_is_remembered(vary: str) -> None:
    assert asked_again(Site(headers=[("Vary", vary)])) == 1


def test_after_an_advance_the_site_is_asked() -> None:
    site = Site()
    door = Remembering(site)
    ask(door)
    advance()
    ask(door)
    assert site.asked == 2


def test_at_its_end_an_answer_is_forgotten(time_machine: travel.TimeMachineFixture) -> None:
    site = Site(until=factories.NOW + timedelta(seconds=1))
    door = Remembering(site)
    ask(door)
    time_machine.move_to(factories.NOW + timedelta(seconds=1), tick=False)
    ask(door)
    assert site.asked == 2


def test_a_cache_outside_keeps_it_no_longer_than_it_is_true(settings: Any) -> None:
    settings.URGENT_ACTIONS_MAX_AGE = 60
    door = Remembering(Site(until=factories.NOW + timedelta(seconds=5)))
    ask(door)
    headers = ask(door)[1]
    assert (headers["Cache-Control"], headers["Expires"]) == ("public, max-age=5", "Mon, 15 Jun 2026 12:00:05 GMT")


@pytest.mark.parametrize(
    ("known", "status"),
    [
        ('W/"{etag}"', "304 Not Modified"),
        ('"{etag}"', "304 Not Modified"),
        ('"x", W/"{etag}"', "304 Not Modified"),
        ("*", "304 Not Modified"),
        ('W/"x"', "200 OK"),
        ("{etag}", "200 OK"),
        ("", "200 OK"),
    ],
)
def test_who_has_it_already_gets_304_without_a_body(known: str, status: str) -> None:
    site = Site()
    door = Remembering(site)
    ask(door)
    found, headers, body = ask(door, HTTP_IF_NONE_MATCH=known.format(etag=site.answer.etag))
    assert (found, len(body)) == (status, 0 if status.startswith("304") else len(TEXT))
    assert ("Content-Length" in headers, headers["ETag"]) == (bool(body), f'W/"{site.answer.etag}"')


def test_a_304_is_remembered_like_the_answer() -> None:
    site = Site(status="304 Not Modified")
    door = Remembering(site)
    ask(door)
    assert ask(door)[::2] == ("200 OK", TEXT.encode())


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("br, gzip", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("identity", None), ("", None)],
)
def test_it_is_compressed_as_the_reader_takes_it(accepted: str, coding: str | None) -> None:
    site = Site()
    door = Remembering(site)
    ask(door)
    _, headers, body = ask(door, HTTP_ACCEPT_ENCODING=accepted)
    forms = {"br": site.answer.body.brotli, "gzip": site.answer.body.gzip, None: site.answer.body.plain}
    assert (headers.get("Content-Encoding"), body) == (coding, forms[coding])


def test_head_has_the_length_and_no_body() -> None:
    door = Remembering(Site())
    ask(door)
    _, headers, body = ask(door, REQUEST_METHOD="HEAD")
    assert (headers["Content-Length"], body) == (str(len(TEXT)), b"")


def test_without_a_database_the_site_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site()
    door = Remembering(site)
    ask(door)

    def fail(*_: Any) -> None:
        raise OperationalError("There is no database.")

    monkeypatch.setattr(connections["default"], "cursor", fail)
    # Of PostgreSQL's own library as well.
    monkeypatch.setattr("urgent_actions.publishing.present._straight", fail)
    assert ask(door)[0] == "200 OK"
    assert site.asked == 2


@pytest.mark.parametrize("path", ["/api/urgent-actions/v1/", "/api/urgent-actions/v1/{pk}/", "/api/v2/pages/{pk}/"])
@pytest.mark.parametrize("asked", [{}, {"accept-encoding": "br"}, {"origin": "https://front.example.org"}], ids=str)
def test_a_remembered_answer_of_the_site_has_the_headers_of_the_first_one(
    client: Client, path: str, asked: dict[str, str]
) -> None:
    path = path.format(pk=factories.published().pk)
    first, second = client.get(path, headers=asked), client.get(path, headers=asked)
    assert hasattr(first, "answer")
    assert not hasattr(second, "answer"), "it must be remembered, or this proves nothing"
    assert dict(second.headers.items()) == dict(first.headers.items())
    assert second.content == first.content
