"""Languages in API v2: one that is asked for, another one only on request, and the versions of one page."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from pydantic_core import PydanticCustomError
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.filters import TranslationOfFilter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet

from .checked import BadParameterError
from .values import LARGEST_ID, site_language

PARAMETERS = frozenset({"fallback"})
_OF_PARENT = "_filtered_by_child_of"


class VersionsFilter(TranslationOfFilter):
    """Wagtail's filter by ``translation_of``, whose refusals name the parameter; a page that is not public is none."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Return the filtered queryset; raise BadParameterError for what is no id of a public page."""
        given = request.GET.get("translation_of", "")
        if given.isdecimal() and int(given[:30]) > LARGEST_ID:
            raise BadParameterError("translation_of", message="translation_of page doesn't exist")
        try:
            return super().filter_queryset(request, queryset, view)
        except BadRequestError as error:
            raise BadParameterError("translation_of", message=str(error)) from error


class LanguageFilter(BaseFilterBackend):
    """Narrows a list of pages to those in ``locale``, and those in ``fallback`` of which there is no such version."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Return the filtered queryset; raise BadParameterError for a language that the site does not have."""
        language, fallback = _language(request, "locale"), _language(request, "fallback")
        if not language:
            if fallback:
                raise BadParameterError("fallback", "it goes with “locale”")
            return queryset
        parent = getattr(queryset, _OF_PARENT, None)
        found = (
            queryset.filter(locale__language_code=language)
            if not fallback
            else queryset.filter(pk__in=_in_either(view.get_base_queryset(), language, fallback))
        )
        if parent:
            setattr(found, _OF_PARENT, parent)
        return found


def _in_either(public: Any, language: str, fallback: str) -> Any:
    # As ids, since a search refuses to be narrowed by anything but a column.
    versions = public.filter(translation_key=OuterRef("translation_key"), locale__language_code=language)
    in_language, in_fallback = Q(locale__language_code=language), Q(locale__language_code=fallback)
    return public.filter(in_language | in_fallback & ~Exists(versions.order_by())).order_by().values("pk")


def _language(request: Request, name: str) -> str:
    given = request.GET.get(name)
    if given is None:
        return ""
    try:
        return site_language(given)
    except PydanticCustomError as error:
        raise BadParameterError(name, error.message()) from error


class InLanguages(BaseAPIViewSet):
    """An endpoint whose lists can come in two languages; then each item says in ``meta`` in which it came."""

    _listed: Any = ()

    def get_serializer(self, listed: Any, *args: Any, **kwargs: Any) -> Any:
        """Return the serializer, and know the pages that it is for."""
        self._listed = listed
        return super().get_serializer(listed, *args, **kwargs)

    def listing_view(self, request: Request) -> Response:
        """Return a page of the list."""
        response: Response = super().listing_view(request)
        if "fallback" in request.GET:
            language = _language(request, "locale")
            for page, item in zip(self._listed, response.data["items"], strict=True):
                served = page.locale.language_code
                item.setdefault("meta", {}).update(locale_served=served, is_fallback=served != language)
        return response
