"""A test client that asks the site the way a WSGI server does, with the memory in front of it."""

from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.test import Client
from django.test.client import ClientHandler

from urgent_actions.api.memory import Memory
from urgent_actions.api.wsgi import Remembering


class Site(ClientHandler):
    """The site of one process; its ``memory`` may be exchanged for that of another one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.memory = Memory()

    def __call__(self, environ: dict[str, Any]) -> Any:
        """Return what the memory answers, or the site."""
        made: list[Any] = []
        told: list[Any] = []

        def site(environ: dict[str, Any], start_response: Any) -> Any:
            made.append(super(Site, self).__call__(environ))
            cookies = [("Set-Cookie", each.OutputString()) for each in made[0].cookies.values()]
            start_response(f"{made[0].status_code} {made[0].reason_phrase}", [*made[0].items(), *cookies])
            return made[0]

        body = Remembering(site, self.memory)(environ, lambda *started: told.extend(started))
        return made[0] if made else _remembered(environ, *told, b"".join(body))


class Reader(Client):
    """Django's test client for such a site."""

    def __init__(self, **defaults: Any) -> None:
        super().__init__(**defaults)
        self.handler = Site(enforce_csrf_checks=False)


def _remembered(environ: dict[str, Any], status: str, headers: list[tuple[str, str]], body: bytes) -> Any:
    response = HttpResponse(body, status=int(status[:3]))
    del response.headers["Content-Type"]
    for name, value in headers:
        response.headers[name] = value
    response.wsgi_request = WSGIRequest(environ)  # type: ignore[attr-defined]  # as Django's handler does
    return response
