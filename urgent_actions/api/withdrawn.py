"""410 from the page APIs where a case was withdrawn. They say 404 of everything else that is not public."""

from http import HTTPStatus

from django.http import HttpResponse
from rest_framework.exceptions import APIException

from ..models.publications import Change
from ..models.swap import base_page_model
from .problems import Fault, problem_response

NOT_PUBLIC_ANY_MORE = "This urgent action is not public any more."


class WithdrawnError(APIException):
    """Where a case was withdrawn. It says no word of the case."""

    status_code = HTTPStatus.GONE
    default_detail = NOT_PUBLIC_ANY_MORE


def is_withdrawn(page_id: int) -> bool:
    """Say whether this was the id of an urgent action that was public once, and is not stored any more."""
    changes = Change.objects.filter(page_id=page_id, kind=Change.Kind.WITHDRAWN)
    return changes.exists() and not base_page_model().objects.filter(pk=page_id).exists()


def withdrawn() -> HttpResponse:
    """Return the answer. It says no word of the case."""
    return problem_response(Fault(NOT_PUBLIC_ANY_MORE), status=HTTPStatus.GONE)
