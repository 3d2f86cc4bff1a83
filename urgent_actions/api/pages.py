"""Pages in the page API."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Q
from django.utils import timezone
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from wagtail.api.v2.filters import FieldsFilter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet

from ..models.swap import page_model


class CheckedFieldsFilter(FieldsFilter):  # type: ignore[misc]  # untyped base
    """Wagtail's filter by field, but a value that the field cannot hold is a 400 that names the parameter."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Return the filtered queryset; raise BadRequestError for a bad value."""
        for name, value in request.GET.items():
            if name in view.get_available_fields(queryset.model, db_fields_only=True) and name != "locale":
                self._check(queryset.model, name, value)
        return super().filter_queryset(request, queryset, view)

    def _check(self, model: Any, name: str, value: str) -> None:
        try:
            model._meta.get_field(name).to_python(value)
        except ValidationError as error:
            raise BadRequestError(f"{name}: {' '.join(error.messages)}") from error


class PublicPagesAPIViewSet(PagesAPIViewSet):  # type: ignore[misc]  # untyped base
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
        return super().get_base_queryset().filter(Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))

    def get_queryset(self) -> Any:
        """Return the pages asked for; of urgent actions alone, all that a list of them reads comes with them."""
        queryset = super().get_queryset()
        return queryset.with_everything() if queryset.model is page_model() else queryset

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


