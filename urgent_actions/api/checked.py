"""Endpoints of API v2 that refuse a bad question by name, where Wagtail has a server error, and in problem+json."""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import BooleanField
from rest_framework.filters import BaseFilterBackend
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.filters import FieldsFilter
from wagtail.api.v2.utils import BadRequestError, parse_boolean
from wagtail.api.v2.views import BaseAPIViewSet

from .problems import PROBLEM_JSON, Fault, problem
from .values import FARTHEST_OFFSET, LONGEST_SEARCH


class BadParameterError(BadRequestError):
    """A question that is wrong in one parameter; its text begins with the name, unless Wagtail has words for it."""

    def __init__(self, parameter: str, why: str = "", *, message: str = "") -> None:
        super().__init__(message or f"{parameter}: {why}")
        self.parameter = parameter


class CheckedEndpoint(BaseAPIViewSet):
    """An endpoint that answers 400 and names the parameter where Wagtail has a server error."""

    def check_query_parameters(self, queryset: Any) -> None:
        """Raise BadRequestError for an unknown parameter, or a value that no database or search can take."""
        given = self.request.GET
        try:
            super().check_query_parameters(queryset)
        except BadRequestError as error:
            # Wagtail names them at the end.
            raise BadParameterError(str(error).rpartition(": ")[2], message=str(error)) from error
        for name, value in given.items():
            if "\x00" in value:
                raise BadParameterError(name, "null characters are not allowed")
        if why := search_fault(given.get("search", "")):
            raise BadParameterError("search", why)
        if given.get("search_operator", "and") not in ("and", "or"):
            raise BadParameterError("search_operator", "“and” or “or” is allowed")
        for name in ("limit", "offset"):
            # More digits than this are no place in a list; what is no number at all Wagtail refuses itself.
            if given.get(name, "").isdecimal() and int(given[name][:30]) > FARTHEST_OFFSET:
                raise BadParameterError(name, f"at most {FARTHEST_OFFSET} is allowed")

    def find_object(self, queryset: Any, request: Any) -> Any:
        """Return the object that the parameters name, or None; raise BadRequestError for a bad ``id``."""
        try:
            return super().find_object(queryset, request)
        except ValueError as error:
            raise BadParameterError("id", "a number is needed") from error

    def handle_exception(self, exc: Exception) -> Response:
        """Return the refusal as a problem, with Wagtail's ``message`` in it; what is an error of ours stays one."""
        response: Response = super().handle_exception(exc)
        message = str(response.data.get("message") or response.data.get("detail") or "")
        fault = Fault(message, getattr(exc, "parameter", ""))
        response.data = problem(fault, status=response.status_code, message=message)
        return response

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Return the response; a refusal in JSON says that it is one, and that it is not to be kept."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            response.headers["Cache-Control"] = "no-store"
            if isinstance(response.accepted_renderer, JSONRenderer):
                response.content_type = PROBLEM_JSON
        return response


class CheckedFieldsFilter(FieldsFilter):
    """Wagtail's filter by field, but a value that the field cannot hold is a 400 that names the parameter."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Return the filtered queryset; raise BadRequestError for a bad value."""
        for name, value in request.GET.items():
            if name in view.get_available_fields(queryset.model, db_fields_only=True) and name != "locale":
                check_value(queryset.model, name, value)
        return super().filter_queryset(request, queryset, view)


def check_value(model: Any, name: str, value: object) -> None:
    """Raise BadRequestError for a value that the field ``name`` of ``model`` cannot hold."""
    field = model._meta.get_field(name)
    try:
        if isinstance(field, BooleanField):
            parse_boolean(str(value))
        else:
            parsed = field.to_python(value)
            if isinstance(parsed, datetime) and parsed.tzinfo:
                # At the ends of the calendar there are moments that have no place in UTC, which some databases want.
                parsed.astimezone(UTC)
    except ValidationError as error:
        raise BadParameterError(name, " ".join(error.messages)) from error
    except OverflowError as error:
        raise BadParameterError(name, "there is no such moment") from error
    except ValueError as error:
        raise BadParameterError(name, "true or false, or 1 or 0, is needed") from error


def search_fault(words: str) -> str:
    """Return what is wrong with words for which Wagtail's search has a server error in some database, or nothing."""
    if len(words) > LONGEST_SEARCH:
        return f"at most {LONGEST_SEARCH} characters are allowed"
    if not words.isprintable():
        return "control characters are not allowed"
    return "quotation marks come in pairs" if words.count('"') % 2 else ""


def checked(backends: list[type[BaseFilterBackend]]) -> list[type[BaseFilterBackend]]:
    """Return Wagtail's filters with ours in the place of the one that lets bad values through."""
    return [CheckedFieldsFilter if backend is FieldsFilter else backend for backend in backends]
