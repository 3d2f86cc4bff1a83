"""What readers may ask API v3 for: Wagtail ignores what it does not know, and answers some bad values with an error."""

import re
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v3.pagination import WagtailLimitOffsetPagination
from wagtail.api.v3.routers.pages import PageFilterSchema
from wagtail.api.v3.schemas.pages import BASE_PAGE_READ_FIELDS
from wagtail.api.v3.schemas.params import OrderingSchema, SearchSchema
from wagtail.api.validators import APIFieldValidator
from wagtail.models import Locale, get_page_models

from ...models.swap import base_page_model
from ..checked import check_value, search_fault
from ..pages import PublicPagesAPIViewSet, public_pages
from ..problems import Fault, Refused, problem_response

_LIST = (PageFilterSchema, OrderingSchema, SearchSchema, WagtailLimitOffsetPagination.Input)
_DETAIL = frozenset({"site", "version", "rich_text_format"})

READABLE: dict[str, frozenset[str]] = {
    "list_pages": frozenset(name for schema in _LIST for name in schema.model_fields),
    "detail_page": _DETAIL,
    "find_page": _DETAIL | {"id", "html_path"},
}
"""The endpoints that readers may use, by Wagtail's name, with their parameters; fields of a page are filters, too."""

_RELATIVES = ("ancestor_of", "child_of", "descendant_of", "translation_of")
_NUMBERS = ("id", "limit", "offset", *_RELATIVES)
_LISTS = ("order", "type")
_NUMBER = re.compile("[0-9]{1,18}")


def as_problem(refused: Refused) -> HttpResponse:
    """Return a refusal in the form of our APIs, and in that of Wagtail's own refusals beside it."""
    errors = [{"type": "parameter", "loc": ["query", each.parameter], "msg": each.detail} for each in refused.faults]
    return problem_response(*refused.faults, status=refused.status, errors=errors)


def _refused(parameter: str, why: str, *, status: int = HTTPStatus.UNPROCESSABLE_ENTITY) -> Refused:
    return Refused(Fault(f"{parameter}: {why}", parameter), status=status)


def check(request: HttpRequest, endpoint: str) -> None:
    """Raise Refused for an unknown parameter, one that is for tokens alone, or a value that no database can take."""
    model = _model(request) if endpoint == "list_pages" else None
    filters = _filters(model) if model else set()
    for name, values in request.GET.lists():
        if name not in READABLE[endpoint] | filters:
            raise _refused(name, "there is no such parameter")
        if len(values) > 1 and name not in _LISTS:
            raise _refused(name, "it may be given once")
        for value in values:
            _check_value(name, value)
            if name in filters:
                _check_filter(model, name, value)
    _check_order(request, filters)
    _check_pages(request)


def _model(request: HttpRequest) -> Any:
    """Return the page model that a list is of, as Wagtail chooses it."""
    types = request.GET.getlist("type")
    models = {model._meta.label: model for model in get_page_models()}
    return models.get(types[0], base_page_model()) if len(types) == 1 else base_page_model()


def _filters(model: Any) -> set[str]:
    """Return the fields by which a list may be narrowed and ordered: those of API v2 that Wagtail filters by here."""
    known = APIFieldValidator(model=model, fields=[], base_fields=BASE_PAGE_READ_FIELDS, db_fields_only=True)
    columns = PublicPagesAPIViewSet.get_available_fields(model, db_fields_only=True)
    return known.allowed_fields.intersection(columns) - READABLE["list_pages"]


def _check_value(name: str, value: str) -> None:
    if "\x00" in value:
        raise _refused(name, "null characters are not allowed")
    if name == "search" and (why := search_fault(value)):
        raise _refused(name, why)
    if name in _NUMBERS and not _NUMBER.fullmatch(value) and not (name in _RELATIVES and value == "root"):
        raise _refused(name, "a number is needed")
    if name == "locale" and not Locale.objects.filter(language_code=value).exists():
        raise _refused(name, "there is no such language")
    if name == "version" and value == "draft":
        raise _refused(name, "drafts are for those who have a bearer token", status=HTTPStatus.UNAUTHORIZED)


def _check_filter(model: Any, name: str, value: str) -> None:
    try:
        check_value(model, name, value)
    except BadRequestError as error:
        raise _refused(name, str(error).removeprefix(f"{name}: ")) from error


def _check_order(request: HttpRequest, filters: set[str]) -> None:
    fields = request.GET.getlist("order")
    if "random" in fields and (len(fields) > 1 or request.GET.get("offset", "0").strip("0")):
        raise _refused("order", "random order goes with no other, and with no offset")
    for field in fields:
        if field.removeprefix("-") not in filters and field != "random":
            raise _refused("order", "there is no such field to order by")


def _check_pages(request: HttpRequest) -> None:
    """Refuse a site that there is not; and a page that is not public, as if it were not there."""
    named = {name: request.GET[name] for name in ("site", *_RELATIVES) if name in request.GET}
    if not named:
        return
    try:
        public = public_pages(request)
    except (BadRequestError, Http404) as error:
        raise _refused("site", "there is no such site, or more than one") from error
    for name in named.keys() - {"site"}:
        if named[name] != "root" and not public.filter(pk=int(named[name])).exists():
            raise _refused(name, "there is no such page")
