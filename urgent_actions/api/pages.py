"""Pages in the page API."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import BooleanField
from django.utils import timezone
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from wagtail.api.querysets import get_public_pages_queryset
from wagtail.api.v2.filters import FieldsFilter
from wagtail.api.v2.utils import BadRequestError, parse_boolean
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet

from ..models.swap import base_page_model, page_model


def public_pages(request: Any) -> Any:
    """Return the pages that the public may see now, of the site asked for; raise BadRequestError for a bad ``site``."""
    try:
        visible = get_public_pages_queryset(request)
    except ValueError as error:
        raise BadRequestError(f"site: {error}") from error
    # By id, since a search refuses to be narrowed by a column that is not in its index.
    gone = base_page_model().objects.filter(expire_at__lte=timezone.now())
    return visible.exclude(pk__in=gone.values("pk"))


LONGEST_SEARCH = 200
FARTHEST_OFFSET = 10**9


class CheckedEndpoint(BaseAPIViewSet):
    """An endpoint that answers 400 and names the parameter where Wagtail has a server error."""

    def check_query_parameters(self, queryset: Any) -> None:
        """Raise BadRequestError for an unknown parameter, or a value that no database or search can take."""
        super().check_query_parameters(queryset)
        given = self.request.GET
        for name, value in given.items():
            if "\x00" in value:
                raise BadRequestError(f"{name}: null characters are not allowed")
        if len(given.get("search", "")) > LONGEST_SEARCH:
            raise BadRequestError(f"search: at most {LONGEST_SEARCH} characters are allowed")
        if given.get("search_operator", "and") not in ("and", "or"):
            raise BadRequestError("search_operator: “and” or “or” is allowed")
        for name in ("limit", "offset"):
            # More digits than this are no place in a list; what is no number at all Wagtail refuses itself.
            if given.get(name, "").isdecimal() and int(given[name][:30]) > FARTHEST_OFFSET:
                raise BadRequestError(f"{name}: at most {FARTHEST_OFFSET} is allowed")

    def find_object(self, queryset: Any, request: Any) -> Any:
        """Return the object that the parameters name, or None; raise BadRequestError for a bad ``id``."""
        try:
            return super().find_object(queryset, request)
        except ValueError as error:
            raise BadRequestError("id: a number is needed") from error


class CheckedFieldsFilter(FieldsFilter):
    """Wagtail's filter by field, but a value that the field cannot hold is a 400 that names the parameter."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Return the filtered queryset; raise BadRequestError for a bad value."""
        for name, value in request.GET.items():
            if name in view.get_available_fields(queryset.model, db_fields_only=True) and name != "locale":
                self._check(queryset.model, name, value)
        return super().filter_queryset(request, queryset, view)

    def _check(self, model: Any, name: str, value: object) -> None:
        field = model._meta.get_field(name)
        try:
            if isinstance(field, BooleanField):
                parse_boolean(str(value))
            else:
                field.to_python(value)
        except ValidationError as error:
            raise BadRequestError(f"{name}: {' '.join(error.messages)}") from error
        except ValueError as error:
            raise BadRequestError(f"{name}: true or false, or 1 or 0, is needed") from error


class PublicPagesAPIViewSet(CheckedEndpoint, PagesAPIViewSet):
    """Wagtail's pages endpoint, closed where it leaks.

    - A page past its expiry is gone at that second, not when the expiry job has run.
    - ``alias_of`` names no page: Wagtail gives title and address of the source even if it is a draft.
    - Only plain columns are filters; a relation given as a filter is a 400, not a server error.
    """

    filter_backends: list[type[BaseFilterBackend]] = [
        CheckedFieldsFilter if backend is FieldsFilter else backend for backend in PagesAPIViewSet.filter_backends
    ]
    meta_fields = [field for field in PagesAPIViewSet.meta_fields if field != "alias_of"]

    def get_base_queryset(self) -> Any:
        """Return the pages that the public may see now."""
        return public_pages(self.request)

    def get_queryset(self) -> Any:
        """Return the pages asked for; of urgent actions alone, all that a list of them reads comes with them."""
        queryset = super().get_queryset()
        return queryset.with_everything() if queryset.model is page_model() else queryset.select_related("locale")

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
