"""Who may ask, and how: everybody, from every site, and only to read."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, re_path
from django.views.decorators.csrf import csrf_exempt

from ..problems import Fault, problem_response

View = Callable[..., HttpResponse]

ALLOWED = "GET, HEAD, OPTIONS"
_A_DAY = "86400"


def open_to_all(patterns: list[Any]) -> list[Any]:
    """Return the patterns of an API, and one for every other address under it, so that none leads to a web page."""
    opened = [URLPattern(each.pattern, _open(each.callback), each.default_args, each.name) for each in patterns]
    return [*opened, re_path(r"^(?:[\s\S]*/)?$", _open(_not_found))]


def _open(view: View) -> View:
    @csrf_exempt
    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _answer(view, request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    return opened


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    match request.method:
        case "GET":
            return view(request, *args, **kwargs)
        case "HEAD":
            # Ninja knows no HEAD; the server leaves the body away.
            request.method = "GET"
            try:
                return view(request, *args, **kwargs)
            finally:
                request.method = "HEAD"
        case "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=_preflight(request))
    refusal = problem_response(Fault("This API only reads."), status=HTTPStatus.METHOD_NOT_ALLOWED)
    refusal.headers["Allow"] = ALLOWED
    return refusal


def _preflight(request: HttpRequest) -> dict[str, str]:
    """Return what a browser asks before a request that is not plain. No header changes the answer to everybody."""
    headers = {"Allow": ALLOWED, "Access-Control-Allow-Methods": ALLOWED, "Access-Control-Max-Age": _A_DAY}
    if wished := request.headers.get("Access-Control-Request-Headers"):
        return {**headers, "Access-Control-Allow-Headers": wished, "Vary": "Access-Control-Request-Headers"}
    return headers


def _not_found(request: HttpRequest) -> HttpResponse:
    return problem_response(Fault("There is no such endpoint."), status=HTTPStatus.NOT_FOUND)
