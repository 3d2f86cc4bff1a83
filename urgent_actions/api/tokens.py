"""What is for those who have a token."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from wagtail.api.v3.auth import BearerTokenAuth

from .problems import Fault, problem_response

View = Callable[..., HttpResponse]


def shows_token(request: HttpRequest) -> bool:
    """Say whether a request comes with a bearer token, be it valid or not."""
    return request.headers.get("Authorization", "").partition(" ")[0].lower() == "bearer"


def with_token(view: View) -> View:
    """Return the view, answering 401 to a request without a valid bearer token; a refused request writes nothing."""

    # Ninja marks its views exempt since it knows no cookies; the mark must survive the wrapping.
    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Asked here, since Ninja takes a request with an unknown token for an anonymous one where reads are open.
        if BearerTokenAuth()(request):
            return _whole_or_not_at_all(view, request, *args, **kwargs)
        return problem_response(Fault("A bearer token is needed."), status=HTTPStatus.UNAUTHORIZED)

    return guarded


def _whole_or_not_at_all(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Answer, and take back what was written if the answer is a refusal: Wagtail copies trees page by page."""
    with transaction.atomic():
        response = view(request, *args, **kwargs)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            transaction.set_rollback(True)
        return response
