"""What readers get from API v3: public pages, and in these no word of any other page."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from wagtail.api.v3.querysets import get_pages_queryset
from wagtail.api.v3.routers import pages
from wagtail.models import get_page_models

from ...models.swap import base_page_model
from ..pages import public_pages

_ASKED = "urgent_actions.asked"


def ask_us() -> None:
    """Let Wagtail's page endpoints ask us which pages there are; it has no setting for it."""
    if not hasattr(pages, "get_pages_queryset"):
        raise ImproperlyConfigured("This Wagtail asks elsewhere which pages are public; API v3 must stay closed.")
    pages.get_pages_queryset = _pages_for


def asked_us(request: HttpRequest) -> bool:
    """Say whether the answer to this request was made from the pages that we named."""
    return _ASKED in request.META


def without_hidden_pages(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Return the answer with null for each page named in it that is not public: a parent, the source of an alias."""
    if response.status_code != HTTPStatus.OK:
        return response
    answer = json.loads(response.content)
    named = list(_pages_named_in(answer, types={model._meta.label for model in get_page_models()}))
    ids = {holder[key].get("id") for holder, key in named}
    hidden = ids - set(public_pages(request).filter(pk__in=ids).values_list("pk", flat=True)) if ids else ids
    if hidden:
        for holder, key in named:
            if holder[key].get("id") in hidden:
                holder[key] = None
        response.content = json.dumps(answer).encode()
    return response


def _pages_for(request: HttpRequest, model: Any = None) -> Any:
    """Return the pages of a model that the request may see: those of Wagtail's answer that are public now."""
    found = get_pages_queryset(request, model or base_page_model())
    if request.user.is_authenticated:
        return found
    request.META[_ASKED] = True
    return found.filter(pk__in=public_pages(request).order_by().values("pk"))


def _pages_named_in(value: Any, *, types: set[str]) -> Iterator[tuple[Any, Any]]:
    """Yield (holder, key) of each page that an answer names, in whatever field."""
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(each, dict | list):
            yield from _pages_named_in(each, types=types)
        if isinstance(each, dict) and isinstance(meta := each.get("meta"), dict) and meta.get("type") in types:
            yield value, key
