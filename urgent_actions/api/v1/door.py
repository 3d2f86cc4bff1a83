"""Who may ask, and how: everybody, from every site.

What is posted is a question whose words must not stand in an address, where others would read them; or a report of what
was sent, which nobody needs to show who they are for.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, re_path
from django.views.decorators.csrf import csrf_exempt

from ..problems import Fault, no_endpoint, problem_response

View = Callable[..., HttpResponse]

ALLOWED = "GET, HEAD, OPTIONS"
POSTED = {"letters": f"{ALLOWED}, POST", "reports": f"{ALLOWED}, POST", "opened": "OPTIONS, POST"}
"""What is allowed at the endpoints that take the body of a POST, by their names."""
_A_DAY = "86400"


def open_to_all(patterns: list[Any]) -> list[Any]:
    """Return the patterns of an API, and one for every other address under it, so that none leads to a web page."""
    return [*map(_opened, patterns), re_path(r"^(?:[\s\S]*/)?$", _open(no_endpoint))]


def _opened(pattern: URLPattern) -> URLPattern:
    name = pattern.name or ""
    view = _open(pattern.callback, allowed=POSTED.get(name, ALLOWED))
    return URLPattern(pattern.pattern, view, pattern.default_args, name or None)


def _open(view: View, *, allowed: str = ALLOWED) -> View:
    @csrf_exempt
    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _answer(view, allowed, request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    return opened


def _answer(view: View, allowed: str, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    match request.method:
        case "GET" if "GET" in allowed:
            return view(request, *args, **kwargs)
        case "HEAD" if "HEAD" in allowed:
            # Ninja knows no HEAD; the server leaves the body away.
            request.method = "GET"
            try:
                return view(request, *args, **kwargs)
            finally:
                request.method = "HEAD"
        case "POST" if "POST" in allowed:
            return view(request, *args, **kwargs)
        case "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=_preflight(request, allowed))
    refusal = problem_response(Fault("This is not done here."), status=HTTPStatus.METHOD_NOT_ALLOWED)
    refusal.headers["Allow"] = allowed
    return refusal


def _preflight(request: HttpRequest, allowed: str) -> dict[str, str]:
    """Return what a browser asks before a request that is not plain. No header changes the answer to everybody."""
    headers = {"Allow": allowed, "Access-Control-Allow-Methods": allowed, "Access-Control-Max-Age": _A_DAY}
    if wished := request.headers.get("Access-Control-Request-Headers"):
        return {**headers, "Access-Control-Allow-Headers": wished, "Vary": "Access-Control-Request-Headers"}
    return headers
