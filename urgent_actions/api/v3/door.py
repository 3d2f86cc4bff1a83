"""Who may ask what of API v3."""

from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, re_path
from django.views.decorators.csrf import csrf_exempt

from ...models.expiry import note_gone
from ..problems import Refused, no_endpoint
from ..tokens import View, shows_token, with_token
from ..withdrawn import is_withdrawn, withdrawn
from .answers import ask_us, asked_us, without_hidden_pages
from .questions import READABLE, as_problem, check

_DOCS = ("openapi-json", "openapi-view")


def open_for_reading(mounted: tuple[list[Any], str, str]) -> tuple[list[Any], str, str]:
    """Return the URLs of Wagtail's API v3, of which anybody may read public pages; all else needs a bearer token.

    Its docs page and its OpenAPI document tell nothing of pages and are open. Under its address every answer is JSON.
    """
    ask_us()
    patterns, app_name, namespace = mounted
    return [*map(_guarded, patterns), re_path(r"^(?:[\s\S]*/)?$", no_endpoint)], app_name, namespace


def _guarded(pattern: URLPattern) -> URLPattern:
    if pattern.name in _DOCS:
        return pattern
    view = _readable(pattern.callback, pattern.name) if pattern.name in READABLE else with_token(pattern.callback)
    return URLPattern(pattern.pattern, view, pattern.default_args, pattern.name)


def _readable(view: View, endpoint: str) -> View:
    for_tokens = with_token(view)

    @csrf_exempt
    @wraps(view)
    def readable(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Whoever comes with a token that is not valid any more is told so, and not given less than was asked for.
        is_for_anybody = request.method in ("GET", "HEAD") and not shows_token(request)
        answer = _read if is_for_anybody else for_tokens
        response = answer(request, *args, **kwargs)
        # Where a page has gone the site says 410, in a web page; an API says 404, in JSON.
        note_gone(request, None)
        return response

    def _read(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _forget_who_asks(request)
        try:
            check(request, endpoint)
        except Refused as refused:
            return _for_all_sites(as_problem(refused))
        response = _get(view, request, *args, **kwargs)
        if (
            response.status_code == HTTPStatus.NOT_FOUND
            and endpoint == "detail_page"
            and is_withdrawn(int(kwargs["page_id"]))
        ):
            return _for_all_sites(withdrawn())
        if response.status_code < HTTPStatus.BAD_REQUEST and not asked_us(request):
            raise ImproperlyConfigured("This Wagtail does not ask which pages are public; API v3 must stay closed.")
        if endpoint == "detail_page":
            response = without_hidden_pages(request, response)
        return _for_all_sites(response)

    return readable


def _forget_who_asks(request: HttpRequest) -> None:
    """Take away what a browser would say of its user: a password once typed opens no page here."""
    request.user = AnonymousUser()
    request.COOKIES = {}
    # Not a session, so that the answer does not vary with the cookie.
    request.session = {}  # type: ignore[assignment]  # see above


def _get(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Answer HEAD like GET, which Ninja does not; the server leaves the body away."""
    method, request.method = request.method, "GET"
    try:
        return view(request, *args, **kwargs)
    finally:
        request.method = method


def _for_all_sites(response: HttpResponse) -> HttpResponse:
    """Return an answer that a browser may read on any site; no cache shows it without asking, for it may be stopped."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers.setdefault("Cache-Control", "no-cache")
    return response
