"""Pages in the page API."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.http import Http404
from django.utils import timezone
from rest_framework.filters import BaseFilterBackend
from wagtail.api.querysets import get_public_pages_queryset
from wagtail.api.v2.filters import LocaleFilter, SearchFilter, TranslationOfFilter
from wagtail.api.v2.views import PagesAPIViewSet

from ..models.publications import Edition
from ..models.swap import base_page_model, page_model
from .checked import BadParameterError, CheckedEndpoint, CheckedFieldsFilter, checked
from .filters import FILTERS, UrgentActionFilter, refuse_filters_of_others
from .kept import KeptAnswers
from .languages import PARAMETERS, InLanguages, LanguageFilter, VersionsFilter
from .values import FARTHEST_OFFSET, LONGEST_SEARCH
from .withdrawn import WithdrawnError, is_withdrawn

__all__ = [
    "FARTHEST_OFFSET",
    "LONGEST_SEARCH",
    "CheckedEndpoint",
    "CheckedFieldsFilter",
    "PublicPagesAPIViewSet",
    "public_pages",
]


def public_pages(request: Any) -> Any:
    """Return the pages that the public may see now, of the site asked for; raise BadRequestError for a bad ``site``.

    An urgent action is among them only if it is published: if the two should ever differ, nothing is shown too long.
    """
    try:
        visible = get_public_pages_queryset(request)
    except ValueError as error:
        raise BadParameterError("site", str(error)) from error
    moment = timezone.now()
    # By id, since a search refuses to be narrowed by a column that is not in its index.
    gone = base_page_model().objects.filter(expire_at__lte=moment)
    in_force = Edition.objects.in_force(moment=moment)
    unpublished = page_model()._default_manager.exclude(pk__in=in_force.values("publication_id"))
    return visible.exclude(pk__in=gone.values("pk")).exclude(pk__in=unpublished.order_by().values("pk"))


_REPLACED = (TranslationOfFilter, LocaleFilter, SearchFilter)


class PublicPagesAPIViewSet(KeptAnswers, CheckedEndpoint, InLanguages, PagesAPIViewSet):
    """Wagtail's pages endpoint, closed where it leaks, and with the filters of urgent actions.

    - A page past its expiry is gone at that second, not when the expiry job has run.
    - ``alias_of`` names no page: Wagtail gives title and address of the source even if it is a draft.
    - Only plain columns are filters; a relation given as a filter is a 400, not a server error.
    """

    # A search cannot be narrowed afterwards.
    filter_backends: list[type[BaseFilterBackend]] = [
        *(each for each in checked(PagesAPIViewSet.filter_backends) if each not in _REPLACED),
        VersionsFilter,
        LanguageFilter,
        UrgentActionFilter,
        SearchFilter,
    ]
    known_query_parameters = PagesAPIViewSet.known_query_parameters | FILTERS | PARAMETERS
    meta_fields = [field for field in PagesAPIViewSet.meta_fields if field != "alias_of"]

    def get_base_queryset(self) -> Any:
        """Return the pages that the public may see now."""
        return public_pages(self.request)

    def detail_view(self, request: Any, pk: int) -> Any:
        """Return one page, raise WithdrawnError where it was withdrawn, Http404 where none is public."""
        try:
            return super().detail_view(request, pk)
        except Http404:
            if is_withdrawn(pk):
                raise WithdrawnError from None
            raise

    def get_queryset(self) -> Any:
        """Return the pages asked for, with the language of each."""
        return super().get_queryset().select_related("locale")

    def check_query_parameters(self, queryset: Any) -> None:
        """Raise BadRequestError for a parameter that there is not, or not for these pages, or with a bad value."""
        super().check_query_parameters(queryset)
        refuse_filters_of_others(self.request, queryset.model)

    @classmethod
    def get_available_fields(cls, model: Any, db_fields_only: bool = False) -> list[str]:
        """Return the names of fields; for filtering, those of plain columns."""
        names: list[str] = super().get_available_fields(model, db_fields_only)
        return [name for name in names if not db_fields_only or name == "locale" or _is_plain_column(model, name)]


def _is_plain_column(model: Any, name: str) -> bool:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return not field.is_relation and field.concrete and not hasattr(field, "stream_block")
