"""The API as a whole: its endpoints, its refusals, and its OpenAPI document."""

import json
from http import HTTPStatus
from typing import Any

from django.apps import apps
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from ..problems import PROBLEM_JSON, Fault, Refused, problem_response
from . import changes, document, facets, impact, letters, listing, missions, numbers, reports, riddle, single, timeline
from .door import open_to_all

DESCRIPTION = """\
Urgent actions as the public reads them at this second: to list, to search, to find by the numbers that documents bear,
and to keep copies of; and the letters that can be sent now. Everybody may ask, and say what they sent; no cookie and no
token is needed.

Each parameter is given at most once. What is wrong with a question is told as `application/problem+json` (RFC 9457).
Every answer has an ETag, and may be kept only as long as its Cache-Control says.
"""


class ReadingAPI(NinjaAPI):
    """Ninja, for an API that everybody may ask from everywhere."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._documents: dict[str, OpenAPISchema] = {}

    @property
    def urls(self) -> tuple[list[Any], str, str]:
        """Return the addresses, to be mounted by ``path``."""
        patterns, app_name, namespace = super().urls
        return open_to_all(patterns), app_name, namespace

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """Return the OpenAPI document, which is made once: it takes a while, and never changes."""
        place = kwargs.get("path_prefix") or self.get_root_path(kwargs.get("path_params") or {})
        if place not in self._documents:
            self._documents[place] = _corrected(super().get_openapi_schema(path_prefix=place))
        return self._documents[place]


def _corrected(document: OpenAPISchema) -> OpenAPISchema:
    for operations in document["paths"].values():
        for operation in operations.values():
            _correct(operation)
    schemas = document["components"]["schemas"]
    # Ninja leaves the questions there, after it has made parameters of them.
    for name in [name for name in schemas if f'"#/components/schemas/{name}"' not in json.dumps(document)]:
        del schemas[name]
    return document


def _correct(operation: dict[str, Any]) -> None:
    """Say what Ninja cannot: refusals have a type of their own, lists go with commas, and nothing given is not null."""
    for status, response in operation["responses"].items():
        if int(status) >= HTTPStatus.BAD_REQUEST:
            (content,) = response["content"].values()
            response["content"] = {PROBLEM_JSON: content}
    for parameter in operation["parameters"]:
        schema = parameter["schema"]
        # It copies them from the schema, where they are a list; here they would have names.
        parameter.pop("examples", None)
        if "anyOf" in schema:
            (there,) = (each for each in schema.pop("anyOf") if each != {"type": "null"})
            schema |= there
        if schema.get("type") == "array":
            parameter |= {"style": "form", "explode": False}


urgent_actions_api = ReadingAPI(
    title="Urgent actions",
    version="1",
    description=DESCRIPTION,
    urls_namespace="urgent-actions-v1",
    # Without Ninja's own files, its page would load them from somebody else's host.
    docs_url="/docs/" if apps.is_installed("ninja") else None,
)
for group in (
    listing,
    single,
    timeline,
    letters,
    reports,
    riddle,
    document,
    numbers,
    missions,
    impact,
    facets,
    changes,
):
    urgent_actions_api.add_router("", group.router)


@urgent_actions_api.exception_handler(Refused)
def _refused(request: HttpRequest, refused: Refused) -> HttpResponse:
    return problem_response(*refused.faults, status=refused.status, **refused.more)


@urgent_actions_api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, invalid: ValidationError) -> HttpResponse:
    if any(error["loc"][0] == "path" for error in invalid.errors):
        return problem_response(Fault("There is nothing at this address."), status=HTTPStatus.NOT_FOUND)
    # A place in a list comes after the name of the parameter.
    faults = [Fault(f"{error['msg']}.", [*filter(_is_name, error["loc"])][-1]) for error in invalid.errors]
    return problem_response(*faults, status=HTTPStatus.BAD_REQUEST)


def _is_name(part: object) -> bool:
    return isinstance(part, str)


@urgent_actions_api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem_response(Fault("This is no question that we can read: it has to be JSON."), status=error.status_code)


@urgent_actions_api.exception_handler(SuspiciousOperation)
def _suspicious(request: HttpRequest, suspicious: SuspiciousOperation) -> HttpResponse:
    return problem_response(Fault("This is no question that we can read."), status=HTTPStatus.BAD_REQUEST)
