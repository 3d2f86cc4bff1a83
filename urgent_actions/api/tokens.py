"""API v3 for those who have a token; anonymous readers have v2."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern
from django.views.decorators.csrf import csrf_exempt
from wagtail.api.v3.auth import BearerTokenAuth

_OPEN = ("openapi-json", "openapi-view")


def behind_token(mounted: tuple[list[Any], str, str]) -> tuple[list[Any], str, str]:
    """Return the URLs of a Ninja API, each answering 401 to a request without a valid bearer token.

    The docs and the OpenAPI document tell nothing of pages and stay open. Wagtail's v3 is a preview whose anonymous
    reads still show pages between their expiry and the run of the expiry job, and whose lists ignore unknown filters
    (ADR 0005). Its writes are what editors' tools need now.
    """
    patterns, app_name, namespace = mounted
    return [_guarded(each) if each.name not in _OPEN else each for each in patterns], app_name, namespace


def _guarded(pattern: URLPattern) -> URLPattern:
    return URLPattern(pattern.pattern, _with_token(pattern.callback), pattern.default_args, pattern.name)


def _with_token(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    # Ninja marks its views exempt since it knows no cookies; the mark must survive the wrapping.
    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Asked here, since Ninja takes a request with an unknown token for an anonymous one where reads are open.
        if BearerTokenAuth()(request):
            return _whole_or_not_at_all(view, request, *args, **kwargs)
        problem = {"type": "about:blank", "title": "Unauthorized", "status": 401, "detail": "A bearer token is needed."}
        return JsonResponse(problem, status=401, content_type="application/problem+json")

    return guarded


def _whole_or_not_at_all(
    view: Callable[..., HttpResponse], request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponse:
    """Answer, and take back what was written if the answer is a refusal: Wagtail copies trees page by page."""
    with transaction.atomic():
        response = view(request, *args, **kwargs)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            transaction.set_rollback(True)
        return response
