"""What the site itself says to a stranger: so the tree says nothing else than the application does."""

from functools import cache
from io import BytesIO
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.utils.cache import has_vary_header

from .hosts import Host

HTTPS = 443
_UNFIT = ("private", "no-store")


def told(host: Host, address: str, *, query: str = "") -> str | None:
    """Return what the site answers to a GET request, or None if that is not for everybody to read and to keep."""
    # The language and the time zone of whoever publishes just now must not be those of the file.
    with translation.override(settings.LANGUAGE_CODE), timezone.override(None):
        response = _handler().get_response(_request(host, address, query))
    return response.content.decode() if _is_for_all(response) else None  # type: ignore[attr-defined]  # no stream


def _is_for_all(response: HttpResponseBase) -> bool:
    limits = {each.strip() for each in response.get("Cache-Control", "").lower().split(",")}
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and limits.isdisjoint(_UNFIT)
        and not has_vary_header(response, "Cookie")
    )


@cache
def _handler() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def _request(host: Host, address: str, query: str) -> WSGIRequest:
    secure = host.port == HTTPS or settings.SECURE_SSL_REDIRECT
    usual = host.port in (80, HTTPS)
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            # As WSGI wants it: the bytes of the path, each as a character.
            "PATH_INFO": unquote_to_bytes(address).decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": host.name,
            "SERVER_PORT": str(HTTPS if secure and usual else host.port),
            "HTTP_HOST": host.name if usual else f"{host.name}:{host.port}",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "https" if secure else "http",
            "wsgi.input": BytesIO(),
        }
    )
