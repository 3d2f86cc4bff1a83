"""API v3 for those who have a token; anonymous readers have v2."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern
from django.views.decorators.csrf import csrf_exempt


def behind_token(mounted: tuple[list[Any], str, str]) -> tuple[list[Any], str, str]:
    """Return the URLs of a Ninja API, each answering 401 to a request without a bearer token.

    Wagtail's v3 is a preview whose anonymous reads still show pages between their expiry and the run of the expiry
    job, and whose lists ignore unknown filters (ADR 0005). Its writes are what editors' tools need now.
    """
    patterns, app_name, namespace = mounted
    return [_guarded(pattern) for pattern in patterns], app_name, namespace


def _guarded(pattern: URLPattern) -> URLPattern:
    return URLPattern(pattern.pattern, _with_token(pattern.callback), pattern.default_args, pattern.name)


def _with_token(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    # Ninja marks its views exempt since it knows no cookies; the mark must survive the wrapping.
    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.headers.get("Authorization", "").startswith("Bearer "):
            return view(request, *args, **kwargs)
        problem = {"type": "about:blank", "title": "Unauthorized", "status": 401, "detail": "A bearer token is needed."}
        return JsonResponse(problem, status=401, content_type="application/problem+json")

    return guarded
